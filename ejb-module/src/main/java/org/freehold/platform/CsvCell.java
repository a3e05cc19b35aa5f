package org.freehold.platform;

/** A value in a table of text (RFC 4180). */
public final class CsvCell {
  /** Of such a table; UTF-8 where a charset is told. */
  public static final String TABLE = "text/csv";

  private static final String FORMULA = "=+-@\t\r";

  private CsvCell() {}

  /**
   * A text of people, quoted where it must be. What spreadsheets would take for a formula is kept
   * from them by an apostrophe (OWASP, CSV injection).
   */
  public static String of(String text) {
    return plain(!text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text);
  }

  /** What nobody can write, such as a number below zero: quoted where it must be, and no more. */
  public static String plain(String text) {
    return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
