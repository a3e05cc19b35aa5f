package org.freehold.platform.persistence;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.freehold.platform.Invalid;
import org.freehold.platform.json.JsonText;

/**
 * Where a page ended: the sort, the sorted value of its last item, and that item's id. Opaque to
 * clients.
 *
 * @param value the sorted value as text
 */
public record Cursor(String sort, String value, UUID id) {
  /** The cursor in a parameter; {@link Invalid} when it is not one of this list and sort. */
  public static Cursor of(String parameter, Sort sort) {
    if (parameter == null) {
      return null;
    }
    try {
      JsonArray parts =
          JsonText.storedArray(
              new String(Base64.getUrlDecoder().decode(parameter), StandardCharsets.UTF_8));
      Cursor cursor =
          new Cursor(parts.getString(0), parts.getString(1), UUID.fromString(parts.getString(2)));
      if (cursor.sort.equals(sort.toString())) {
        return cursor;
      }
    } catch (IllegalArgumentException
        | JsonException
        | ClassCastException
        | IndexOutOfBoundsException e) {
      throw foreign();
    }
    throw foreign();
  }

  private static Invalid foreign() {
    return Invalid.at(
        "after",
        "cursor",
        "This cursor is not of this list and sort: take it from next, unchanged.");
  }

  @Override
  public String toString() {
    String json = JsonText.of(java.util.List.of(sort, value, id.toString()));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
