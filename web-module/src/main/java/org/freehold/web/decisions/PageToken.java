package org.freehold.web.decisions;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.freehold.platform.Invalid;
import org.freehold.platform.json.WireForms;

/** A page as text that only we understand. It gives no access: whoever bends it sees no more. */
final class PageToken {
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private PageToken() {}

  static String of(SearchPage page) {
    String text = page.digest() + " " + page.properties() + " " + page.wish() + " " + page.after();
    return ENCODER.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  static SearchPage read(JsonValue token) {
    if (!(token instanceof JsonString encoded)) {
      throw Invalid.at("/page/token", "type", "The token must be a text.");
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(encoded.getString());
      String[] parts = new String(bytes, StandardCharsets.UTF_8).split(" ", 4);
      if (parts.length == 4 && WireForms.isStorable(parts[3])) {
        return new SearchPage(parts[3], Math.max(-1, Long.parseLong(parts[2])), parts[0], parts[1]);
      }
    } catch (IllegalArgumentException e) {
      throw refused();
    }
    throw refused();
  }

  static Invalid refused() {
    return Invalid.at(
        "/page/token",
        "unknown",
        "Send the next_token of the page before, with the same request and limit.");
  }
}
