package org.freehold.engine.transparency;

import java.util.ArrayList;
import java.util.List;

/** Reads a JSON array of strings, with any white space and escapes that RFC 8259 allows. */
final class JsonStrings {

  private static final String ESCAPED = "\"\\/bfnrt";
  private static final String MEANT = "\"\\/\b\f\n\r\t";

  private final String text;
  private int at;

  private JsonStrings(String text) {
    this.text = text;
  }

  /** Throws {@link IllegalArgumentException} when the text is anything else. */
  static List<String> parse(String text) {
    return new JsonStrings(text).array();
  }

  private List<String> array() {
    List<String> strings = new ArrayList<>();
    expect('[');
    if (!accepts(']')) {
      do {
        strings.add(string());
      } while (accepts(','));
      expect(']');
    }
    skipSpace();
    if (at != text.length()) {
      throw malformed();
    }
    return strings;
  }

  private String string() {
    expect('"');
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
      int code = 0;
      for (int digits = 0; digits < 4; digits++) {
        code = code << 4 | hexDigit(next());
      }
      return (char) code;
    }
    int known = ESCAPED.indexOf(unit);
    if (known < 0) {
      throw malformed();
    }
    return MEANT.charAt(known);
  }

  private int hexDigit(char unit) {
    if (unit > 'f' || Character.digit(unit, 16) < 0) {
      throw malformed();
    }
    return Character.digit(unit, 16);
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

  private char next() {
    if (at == text.length()) {
      throw malformed();
    }
    return text.charAt(at++);
  }

  private static IllegalArgumentException malformed() {
    // Says nothing of the text, which may be personal data.
    return new IllegalArgumentException("Not a JSON array of strings");
  }
}
