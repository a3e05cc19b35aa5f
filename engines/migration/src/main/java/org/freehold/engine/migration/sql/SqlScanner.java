package org.freehold.engine.migration.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits SQL into tokens by the lexical rules of PostgreSQL (chapter 4.1 of its manual) with {@code
 * standard_conforming_strings} on: strings, escape strings, dollar quotes, quoted names, nested
 * comments. What is inside a string is never taken for SQL.
 */
public final class SqlScanner {
  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private SqlScanner(String source) {
    this.source = source;
  }

  /**
   * The tokens of the source, without white space and comments.
   *
   * @throws SqlNotReadable when a string, name or comment does not end
   */
  public static List<Token> scan(String source) {
    SqlScanner scanner = new SqlScanner(source);
    while (scanner.skipToNext()) {
      scanner.next();
    }
    return List.copyOf(scanner.tokens);
  }

  private boolean skipToNext() {
    while (at < source.length()) {
      if (Character.isWhitespace(source.charAt(at))) {
        at++;
      } else if (source.startsWith("--", at)) {
        int end = source.indexOf('\n', at);
        at = end < 0 ? source.length() : end + 1;
      } else if (source.startsWith("/*", at)) {
        skipComment();
      } else {
        return true;
      }
    }
    return false;
  }

  private void skipComment() {
    int depth = 0;
    do {
      if (source.startsWith("/*", at)) {
        depth++;
        at += 2;
      } else if (source.startsWith("*/", at)) {
        depth--;
        at += 2;
      } else if (++at >= source.length()) {
        throw new SqlNotReadable("a comment does not end");
      }
    } while (depth > 0);
  }

  private void next() {
    char first = source.charAt(at);
    if (first == 0) {
      throw new SqlNotReadable("it contains a zero character");
    }
    if (first == '\'') {
      string(at, at, false);
    } else if (first == '"') {
      quotedName();
    } else if (first == '$') {
      dollar();
    } else if (isDigit(first) || first == '.' && isDigit(peek(1))) {
      number();
    } else if (startsName(first)) {
      word();
    } else {
      add(Token.Kind.SIGN, at, at + 1);
    }
  }

  private void word() {
    char next = peek(1);
    char first = Character.toLowerCase(source.charAt(at));
    if (next == '\'' && (first == 'e' || first == 'b' || first == 'x' || first == 'n')) {
      string(at, at + 1, first == 'e');
      return;
    }
    if (first == 'u' && next == '&' && (peek(2) == '\'' || peek(2) == '"')) {
      throw new SqlNotReadable("it uses U& escapes, which are not supported: write the characters");
    }
    int end = at;
    while (end < source.length() && continuesName(source.charAt(end))) {
      end++;
    }
    add(Token.Kind.WORD, at, end);
  }

  private void string(int start, int quote, boolean escapes) {
    if (!tokens.isEmpty() && tokens.get(tokens.size() - 1).kind() == Token.Kind.STRING) {
      // PostgreSQL takes them for one string, by the lexical rules of the first.
      throw new SqlNotReadable("two strings follow each other");
    }
    int end = quote + 1;
    while (end < source.length()) {
      char c = source.charAt(end);
      if (escapes && c == '\\') {
        end += 2;
      } else if (c != '\'') {
        end++;
      } else if (end + 1 < source.length() && source.charAt(end + 1) == '\'') {
        end += 2;
      } else {
        add(Token.Kind.STRING, start, end + 1);
        return;
      }
    }
    throw new SqlNotReadable("a string does not end");
  }

  private void quotedName() {
    StringBuilder name = new StringBuilder();
    for (int end = at + 1; end < source.length(); end++) {
      char c = source.charAt(end);
      if (c != '"') {
        name.append(c);
      } else if (end + 1 < source.length() && source.charAt(end + 1) == '"') {
        name.append('"');
        end++;
      } else {
        tokens.add(new Token(Token.Kind.QUOTED_NAME, name.toString(), at, end + 1));
        at = end + 1;
        return;
      }
    }
    throw new SqlNotReadable("a quoted name does not end");
  }

  private void dollar() {
    if (isDigit(peek(1))) {
      int end = at + 1;
      while (end < source.length() && isDigit(source.charAt(end))) {
        end++;
      }
      add(Token.Kind.PARAMETER, at, end);
      return;
    }
    int end = at + 1;
    while (end < source.length()
        && source.charAt(end) != '$'
        && continuesName(source.charAt(end))) {
      end++;
    }
    if (end >= source.length() || source.charAt(end) != '$') {
      add(Token.Kind.SIGN, at, at + 1);
      return;
    }
    String tag = source.substring(at, end + 1);
    int close = source.indexOf(tag, end + 1);
    if (close < 0) {
      throw new SqlNotReadable("a dollar-quoted string does not end");
    }
    add(Token.Kind.STRING, at, close + tag.length());
  }

  private void number() {
    int end = at;
    while (end < source.length()
        && (isDigit(source.charAt(end)) || source.charAt(end) == '.' || isExponent(end))) {
      end++;
    }
    add(Token.Kind.NUMBER, at, end);
  }

  private boolean isExponent(int index) {
    char c = source.charAt(index);
    boolean sign = c == '+' || c == '-';
    char before = index > at ? Character.toLowerCase(source.charAt(index - 1)) : ' ';
    return Character.isLetter(c) || c == '_' || sign && before == 'e';
  }

  private void add(Token.Kind kind, int start, int end) {
    tokens.add(new Token(kind, source.substring(start, end), start, end));
    at = end;
  }

  private char peek(int ahead) {
    return at + ahead < source.length() ? source.charAt(at + ahead) : 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean startsName(char c) {
    return c == '_' || Character.isLetter(c) || c >= 0x80;
  }

  private static boolean continuesName(char c) {
    return startsName(c) || isDigit(c) || c == '$';
  }
}
