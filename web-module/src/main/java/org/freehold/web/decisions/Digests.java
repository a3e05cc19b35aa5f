package org.freehold.web.decisions;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;

/** Tells whether two requests ask for the same, in whatever order they say it. */
final class Digests {
  private static final int BYTES = 12;
  private static final List<String> OF_ENTITIES = List.of("type", "id", "name", "properties");

  private Digests() {}

  static String ofSearch(String searched, JsonObject body) {
    StringBuilder said = new StringBuilder(searched);
    for (String member : List.of("subject", "action", "resource")) {
      // There is no action in a search for actions, and no id in what is searched for.
      if (!(member.equals("action") && searched.equals(member))) {
        said.append('\n');
        entity(body.getJsonObject(member), member.equals(searched), said);
      }
    }
    said.append('\n');
    write(body.getOrDefault("context", JsonValue.NULL), said);
    return digest(said);
  }

  static String of(JsonObject value) {
    StringBuilder said = new StringBuilder();
    write(value, said);
    return digest(said);
  }

  /** Only what the standard knows: the rest is ignored. */
  private static void entity(JsonObject entity, boolean searched, StringBuilder said) {
    for (String member : OF_ENTITIES) {
      if (!(searched && member.equals("id"))) {
        said.append(member);
        write(entity.getOrDefault(member, JsonValue.NULL), said);
      }
    }
  }

  private static void write(JsonValue value, StringBuilder said) {
    if (value instanceof JsonObject object) {
      said.append('{');
      new TreeMap<>(object)
          .forEach(
              (name, member) -> {
                said.append(name.length()).append(name);
                write(member, said);
              });
      said.append('}');
    } else if (value instanceof JsonArray array) {
      said.append('[');
      array.forEach(
          item -> {
            write(item, said);
            said.append(',');
          });
      said.append(']');
    } else {
      said.append(value);
    }
  }

  private static String digest(StringBuilder said) {
    try {
      byte[] whole =
          MessageDigest.getInstance("SHA-256")
              .digest(said.toString().getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
