package org.freehold.web.decisions;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;
import org.freehold.decisions.Found;
import org.freehold.platform.Invalid;

/**
 * Which page of a search is asked for (AuthZEN §8.2.1). A token belongs to its request: with
 * anything else changed it is refused.
 *
 * @param after the id behind which the page begins; empty for the first
 * @param digest of the request without its page
 */
record SearchPage(String after, int limit, String digest) {
  private static final int USUAL = 50;
  private static final int MOST = 200;
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  static SearchPage of(JsonObject body) {
    JsonObject page = Asked.object(body, "page", false);
    String digest = digest(body);
    if (page == null) {
      return new SearchPage("", USUAL, digest);
    }
    return new SearchPage(after(page.get("token"), digest), limit(page.get("limit")), digest);
  }

  private static int limit(JsonValue wish) {
    if (wish == null) {
      return USUAL;
    }
    if (!(wish instanceof JsonNumber number) || number.doubleValue() < 1) {
      throw Invalid.at("/page/limit", "type", "This must be a number from 1 on.");
    }
    return (int) Math.min(number.doubleValue(), MOST);
  }

  private static String after(JsonValue token, String digest) {
    if (token == null || token instanceof JsonString none && none.getString().isEmpty()) {
      return "";
    }
    try {
      String text =
          new String(
              Base64.getUrlDecoder().decode(((JsonString) token).getString()),
              StandardCharsets.UTF_8);
      if (text.startsWith(digest + " ")) {
        return text.substring(digest.length() + 1);
      }
    } catch (IllegalArgumentException | ClassCastException e) {
      throw notOurs();
    }
    throw notOurs();
  }

  private static Invalid notOurs() {
    return Invalid.at(
        "/page/token", "unknown", "Send the next_token of the page before, and the same request.");
  }

  /** What the request asks for beside the page; not secret, and only told apart. */
  private static String digest(JsonObject body) {
    int hash = 1;
    for (String member : new String[] {"subject", "action", "resource", "context"}) {
      hash = 31 * hash + String.valueOf(body.get(member)).hashCode();
    }
    return HexFormat.of().toHexDigits(hash);
  }

  <T> Map<String, Object> answer(Found<T> found, Function<T, Map<String, Object>> told) {
    String token = "";
    if (found.next() != null) {
      token =
          ENCODER.encodeToString((digest + " " + found.next()).getBytes(StandardCharsets.UTF_8));
    }
    return Map.of(
        "results",
        found.results().stream().map(told).toList(),
        "page",
        Map.of("next_token", token, "count", found.results().size()));
  }
}
