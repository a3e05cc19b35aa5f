package org.freehold.audit.internal;

import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.freehold.platform.Invalid;

/** Looks at the values of an event of the product, however deep, before they are in a leaf. */
final class ProductValues {
  /** Digits, and places of the point: a leaf has decimals written out. */
  private static final int LONGEST = 400;

  private ProductValues() {}

  /** {@link Invalid} at the first number that is too long when it is written out. */
  static void check(String pointer, Map<String, ? extends JsonValue> values) {
    for (Map.Entry<String, ? extends JsonValue> value : values.entrySet()) {
      look(pointer + "/" + value.getKey().replace("~", "~0").replace("/", "~1"), value.getValue());
    }
  }

  private static void look(String pointer, JsonValue value) {
    if (value instanceof JsonNumber number) {
      requireShort(pointer, number.bigDecimalValue());
    } else if (value instanceof Map<?, ?>) {
      check(pointer, value.asJsonObject());
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        look(pointer + "/" + i, (JsonValue) list.get(i));
      }
    }
  }

  private static void requireShort(String pointer, BigDecimal number) {
    if (number.precision() > LONGEST || Math.abs((long) number.scale()) > LONGEST) {
      throw Invalid.at(
          pointer, "number", "A number has at most 400 digits before and behind the point.");
    }
  }
}
