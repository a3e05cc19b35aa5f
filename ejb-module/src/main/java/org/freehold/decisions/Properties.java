package org.freehold.decisions;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.freehold.platform.json.WireForms;

/** What of a JSON object a condition can compare. */
public final class Properties {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_TEXT = 1_000;
  private static final int MOST_TEXTS = 100;

  private Properties() {}

  /** Texts, numbers as Double, flags, and sets of texts; the rest is left out. */
  public static Map<String, Object> comparable(Map<String, JsonValue> object) {
    Map<String, Object> values = new HashMap<>();
    object.forEach(
        (name, value) -> {
          Object known = comparable(value);
          if (known != null) {
            values.put(name, known);
          }
        });
    return values;
  }

  /** Whether a condition can test all of it, within the limits of what is kept. */
  static boolean isComparable(String name, JsonValue value) {
    Object known = value == null ? null : comparable(value);
    boolean fits =
        known instanceof Set<?> texts
            ? texts.size() <= MOST_TEXTS && texts.stream().allMatch(Properties::fits)
            : !(known instanceof String) || fits(known);
    return known != null && fits && name.length() <= LONGEST_NAME && WireForms.isStorable(name);
  }

  private static boolean fits(Object text) {
    return ((String) text).length() <= LONGEST_TEXT && WireForms.isStorable((String) text);
  }

  private static Object comparable(JsonValue value) {
    return switch (value.getValueType()) {
      case STRING -> ((JsonString) value).getString();
      case NUMBER -> ((JsonNumber) value).doubleValue();
      case TRUE -> Boolean.TRUE;
      case FALSE -> Boolean.FALSE;
      case ARRAY -> texts((JsonArray) value);
      case OBJECT, NULL -> null;
    };
  }

  private static Set<String> texts(JsonArray array) {
    Set<String> texts = new HashSet<>();
    for (JsonValue value : array) {
      if (!(value instanceof JsonString text)) {
        return null;
      }
      texts.add(text.getString());
    }
    return texts;
  }
}
