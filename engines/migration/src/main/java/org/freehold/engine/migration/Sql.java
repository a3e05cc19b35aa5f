package org.freehold.engine.migration;

/** Names and literals as they stand in statements. */
public final class Sql {
  private Sql() {}

  /** The name in double quotes: it can neither end early nor mean a key word. */
  public static String quote(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** The text in single quotes; a backslash makes it an escape string. */
  public static String literal(String text) {
    String inside = text.replace("'", "''");
    return inside.indexOf('\\') < 0
        ? "'" + inside + "'"
        : "E'" + inside.replace("\\", "\\\\") + "'";
  }
}
