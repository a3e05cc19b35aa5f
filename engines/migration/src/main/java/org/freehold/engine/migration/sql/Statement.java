package org.freehold.engine.migration.sql;

import java.util.List;
import java.util.Optional;

/**
 * One statement written by hand, checked.
 *
 * @param sql without a semicolon at its end
 * @param concurrently whether it must run outside a transaction
 * @param index the index that a concurrent form builds or drops; null for others
 */
public record Statement(String sql, List<Token> tokens, boolean concurrently, String index) {
  /** Longest statement, in characters. */
  public static final int LONGEST = 20_000;

  /** What is wrong with it; empty when it may be used. */
  public static Optional<StatementFault> fault(String sql) {
    if (sql.length() > LONGEST) {
      return StatementFault.of(0, "The statement is longer than " + LONGEST + " characters.");
    }
    try {
      return StatementRules.fault(withoutEnd(SqlScanner.scan(sql)));
    } catch (SqlNotReadable e) {
      return StatementFault.of(0, "The statement cannot be read: " + e.getMessage() + ".");
    }
  }

  /** Reads a statement in which {@link #fault} finds nothing. */
  public static Statement read(String sql) {
    List<Token> tokens = withoutEnd(SqlScanner.scan(sql));
    int at = concurrently(tokens);
    String text = sql.substring(0, tokens.get(tokens.size() - 1).end()).strip();
    return new Statement(text, tokens, at >= 0, at < 0 ? null : indexAfter(tokens, at));
  }

  /** Whether a name in it, outside strings, is this one. */
  public boolean names(String name) {
    return tokens.stream().anyMatch(token -> token.isName() && token.name().equals(name));
  }

  static int concurrently(List<Token> tokens) {
    for (int i = 0; i < Math.min(4, tokens.size()); i++) {
      if (tokens.get(i).is("concurrently")) {
        return i;
      }
    }
    return -1;
  }

  private static String indexAfter(List<Token> tokens, int concurrently) {
    int at = concurrently + 1;
    if (at + 1 < tokens.size() && tokens.get(at).is("if")) {
      at += 2;
    }
    return tokens.get(at).name();
  }

  private static List<Token> withoutEnd(List<Token> tokens) {
    int size = tokens.size();
    boolean ended = size > 0 && tokens.get(size - 1).isSign(';');
    return ended ? tokens.subList(0, size - 1) : tokens;
  }
}
