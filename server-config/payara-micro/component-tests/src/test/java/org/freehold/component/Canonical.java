package org.freehold.component;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.stream.Collectors;

/**
 * RFC 8785 for what leaves hold: sorted names, no white space. Numbers and texts are taken as the
 * server's own JSON library writes them, which is the same for integers and ASCII.
 */
final class Canonical {
  private Canonical() {}

  static String text(JsonValue value) {
    if (value instanceof JsonObject object) {
      return object.keySet().stream()
          .sorted()
          .map(name -> '"' + name + "\":" + text(object.get(name)))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (value instanceof JsonArray array) {
      return array.stream().map(Canonical::text).collect(Collectors.joining(",", "[", "]"));
    }
    return value.toString();
  }
}
