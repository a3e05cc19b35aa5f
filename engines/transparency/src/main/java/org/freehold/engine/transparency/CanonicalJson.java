package org.freehold.engine.transparency;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes RFC 8785 canonical JSON: names sorted by UTF-16 code units, no white space, the shortest
 * escapes, numbers as ECMAScript writes them.
 *
 * <p>Takes {@link String}, {@link Boolean}, {@link Integer}, {@link Long}, {@link Double}, {@link
 * BigDecimal} (written as a string, in plain notation), null, {@link List} and {@link Map} with
 * names of String. Everything else is refused with {@link IllegalArgumentException}, and so are
 * lone surrogates, NaN and infinity, whole numbers beyond ±(2^53 - 1), which other readers would
 * round (RFC 7493 §2.2; send them as strings), and nesting deeper than 64.
 */
public final class CanonicalJson {

  private static final long LARGEST_INTEGER = (1L << 53) - 1;
  private static final int DEEPEST = 64;

  private final StringBuilder out = new StringBuilder();
  private int depth;

  private CanonicalJson() {}

  /** The canonical form in UTF-8; without any byte below 0x20, so that it fits on a line. */
  public static byte[] bytes(Map<String, ?> object) {
    return valueBytes(object);
  }

  static byte[] valueBytes(Object value) {
    CanonicalJson json = new CanonicalJson();
    json.write(value);
    return json.out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void write(Object value) {
    if (value == null || value instanceof Boolean) {
      out.append(value);
    } else if (value instanceof String text) {
      writeString(text);
    } else if (value instanceof BigDecimal decimal) {
      writeString(decimal.toPlainString());
    } else if (value instanceof Integer || value instanceof Long) {
      writeInteger(((Number) value).longValue());
    } else if (value instanceof Double number) {
      out.append(Es6Number.format(number));
    } else if (value instanceof List<?> list) {
      writeArray(list);
    } else if (value instanceof Map<?, ?> map) {
      writeObject(map);
    } else {
      throw new IllegalArgumentException("No JSON form for " + value.getClass().getName());
    }
  }

  private void writeInteger(long number) {
    if (number > LARGEST_INTEGER || number < -LARGEST_INTEGER) {
      throw new IllegalArgumentException("Not exact in JSON, to be written as a string: " + number);
    }
    out.append(number);
  }

  private void writeArray(List<?> list) {
    enter();
    out.append('[');
    String separator = "";
    for (Object element : list) {
      out.append(separator);
      write(element);
      separator = ",";
    }
    out.append(']');
    depth--;
  }

  private void writeObject(Map<?, ?> map) {
    enter();
    out.append('{');
    String separator = "";
    for (Map.Entry<String, Object> member : sorted(map).entrySet()) {
      out.append(separator);
      writeString(member.getKey());
      out.append(':');
      write(member.getValue());
      separator = ",";
    }
    out.append('}');
    depth--;
  }

  private void enter() {
    if (++depth > DEEPEST) {
      throw new IllegalArgumentException("JSON nested deeper than " + DEEPEST);
    }
  }

  private static Map<String, Object> sorted(Map<?, ?> map) {
    Map<String, Object> sorted = new TreeMap<>();
    map.forEach(
        (name, value) -> {
          if (!(name instanceof String text)) {
            throw new IllegalArgumentException("A JSON name is a string, not " + name);
          }
          sorted.put(text, value);
        });
    return sorted;
  }

  private void writeString(String text) {
    out.append('"');
    for (int at = 0; at < text.length(); at++) {
      char unit = text.charAt(at);
      if (Character.isHighSurrogate(unit)
          && at + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(at + 1))) {
        out.append(unit).append(text.charAt(++at));
      } else if (Character.isSurrogate(unit)) {
        throw new IllegalArgumentException("Half a surrogate pair at position " + at);
      } else {
        writeUnit(unit);
      }
    }
    out.append('"');
  }

  private void writeUnit(char unit) {
    switch (unit) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\f' -> out.append("\\f");
      case '\r' -> out.append("\\r");
      default -> {
        if (unit < 0x20) {
          out.append("\\u%04x".formatted((int) unit));
        } else {
          out.append(unit);
        }
      }
    }
  }
}
