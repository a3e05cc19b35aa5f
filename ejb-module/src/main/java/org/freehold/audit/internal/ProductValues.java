package org.freehold.audit.internal;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.freehold.platform.Invalid;
import org.freehold.platform.json.WireForms;

/** Looks at the values of an event of the product, however deep, before they are in a leaf. */
final class ProductValues {
  /** Digits, and places of the point: a leaf has decimals written out. */
  private static final int LONGEST = 400;

  private ProductValues() {}

  /**
   * {@link Invalid} at the first name or text with a NUL or half of a surrogate pair, which no JSON
   * of PostgreSQL holds, and at the first number that is too long when it is written out. A name is
   * told by the object that has it.
   */
  static void check(String pointer, Map<String, ? extends JsonValue> values) {
    for (Map.Entry<String, ? extends JsonValue> value : values.entrySet()) {
      requireStorable(pointer, value.getKey());
      look(pointer + "/" + value.getKey().replace("~", "~0").replace("/", "~1"), value.getValue());
    }
  }

  private static void look(String pointer, JsonValue value) {
    if (value instanceof JsonString text) {
      requireStorable(pointer, text.getString());
    } else if (value instanceof JsonNumber number) {
      requireShort(pointer, number.bigDecimalValue());
    } else if (value instanceof Map<?, ?>) {
      check(pointer, value.asJsonObject());
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        look(pointer + "/" + i, (JsonValue) list.get(i));
      }
    }
  }

  private static void requireStorable(String pointer, String text) {
    if (!WireForms.isStorable(text)) {
      throw Invalid.at(
          pointer, "type", "Names and texts are of Unicode characters other than NUL.");
    }
  }

  private static void requireShort(String pointer, BigDecimal number) {
    if (number.precision() > LONGEST || Math.abs((long) number.scale()) > LONGEST) {
      throw Invalid.at(
          pointer, "number", "A number has at most 400 digits before and behind the point.");
    }
  }
}
