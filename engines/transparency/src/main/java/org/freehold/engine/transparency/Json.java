package org.freehold.engine.transparency;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON (RFC 8259) into {@link Map}, {@link List}, String, {@link BigDecimal}, Boolean and
 * null; refuses names that come twice, and nesting deeper than leaves have.
 */
public final class Json {

  private static final int DEEPEST = 64;
  private static final String ESCAPED = "\"\\/bfnrt";
  private static final String MEANT = "\"\\/\b\f\n\r\t";

  private final String text;
  private int at;
  private int depth;

  private Json(String text) {
    this.text = text;
  }

  /** Throws {@link IllegalArgumentException} when it is no JSON object. */
  @SuppressWarnings("unchecked")
  public static Map<String, Object> object(String text) {
    Json json = new Json(text);
    if (!(json.whole() instanceof Map<?, ?> object)) {
      throw json.malformed();
    }
    return (Map<String, Object>) object;
  }

  /** Throws {@link IllegalArgumentException} when it is no JSON array of strings only. */
  static List<String> strings(String text) {
    Json json = new Json(text);
    if (!(json.whole() instanceof List<?> array)
        || !array.stream().allMatch(String.class::isInstance)) {
      throw json.malformed();
    }
    return array.stream().map(String.class::cast).toList();
  }

  private Object whole() {
    Object value = value();
    skipSpace();
    if (at != text.length()) {
      throw malformed();
    }
    return value;
  }

  private Object value() {
    skipSpace();
    char first = peek();
    return switch (first) {
      case '{' -> nested(this::members);
      case '[' -> nested(this::elements);
      case '"' -> string();
      case 't' -> word("true", Boolean.TRUE);
      case 'f' -> word("false", Boolean.FALSE);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Object nested(java.util.function.Supplier<Object> content) {
    if (++depth > DEEPEST) {
      throw malformed();
    }
    at++;
    Object value = content.get();
    depth--;
    return value;
  }

  private Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    if (accepts('}')) {
      return members;
    }
    do {
      skipSpace();
      String name = string();
      expect(':');
      Object value = value();
      if (members.containsKey(name)) {
        throw malformed();
      }
      members.put(name, value);
    } while (accepts(','));
    expect('}');
    return members;
  }

  private List<Object> elements() {
    List<Object> elements = new ArrayList<>();
    if (accepts(']')) {
      return elements;
    }
    do {
      elements.add(value());
    } while (accepts(','));
    expect(']');
    return elements;
  }

  private String string() {
    if (next() != '"') {
      throw malformed();
    }
    StringBuilder string = new StringBuilder();
    for (char unit = next(); unit != '"'; unit = next()) {
      if (unit < 0x20) {
        throw malformed();
      }
      string.append(unit == '\\' ? escape() : unit);
    }
    return string.toString();
  }

  private char escape() {
    char unit = next();
    if (unit == 'u') {
      int end = at + 4;
      if (end > text.length() || !text.substring(at, end).matches("[0-9a-fA-F]{4}")) {
        throw malformed();
      }
      int code = Integer.parseInt(text.substring(at, end), 16);
      at = end;
      return (char) code;
    }
    int known = ESCAPED.indexOf(unit);
    if (known < 0) {
      throw malformed();
    }
    return MEANT.charAt(known);
  }

  private Object word(String word, Object meant) {
    if (!text.startsWith(word, at)) {
      throw malformed();
    }
    at += word.length();
    return meant;
  }

  private BigDecimal number() {
    int from = at;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String number = text.substring(from, at);
    if (number.length() > 100 || !number.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d{1,3})?")) {
      throw malformed();
    }
    return new BigDecimal(number);
  }

  private boolean accepts(char wanted) {
    skipSpace();
    if (at < text.length() && text.charAt(at) == wanted) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(char wanted) {
    if (!accepts(wanted)) {
      throw malformed();
    }
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() {
    if (at >= text.length()) {
      throw malformed();
    }
    return text.charAt(at);
  }

  private char next() {
    char unit = peek();
    at++;
    return unit;
  }

  private IllegalArgumentException malformed() {
    // Says nothing of the text, which may be personal data.
    return new IllegalArgumentException("Not the JSON that belongs here, at character " + at);
  }
}
