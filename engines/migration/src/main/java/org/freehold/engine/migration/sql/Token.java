package org.freehold.engine.migration.sql;

import java.util.Locale;

/**
 * One token of SQL as PostgreSQL would read it.
 *
 * @param text as written; of a quoted name what is between the quotes
 * @param start where it begins in the source
 * @param end where it ends, exclusive
 */
public record Token(Kind kind, String text, int start, int end) {
  /** What a token is. */
  public enum Kind {
    /** A key word or a name without quotes. */
    WORD,
    QUOTED_NAME,
    STRING,
    NUMBER,
    /** One character of punctuation or of an operator. */
    SIGN,
    /** {@code $1} and the like. */
    PARAMETER
  }

  /** Whether it is this key word, in any case. */
  public boolean is(String word) {
    return kind == Kind.WORD && text.equalsIgnoreCase(word);
  }

  public boolean isSign(char sign) {
    return kind == Kind.SIGN && text.charAt(0) == sign;
  }

  /** Whether it may stand for a name. */
  public boolean isName() {
    return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
  }

  /** The name that PostgreSQL takes it for: without quotes it is folded to lower case. */
  public String name() {
    return kind == Kind.WORD ? text.toLowerCase(Locale.ROOT) : text;
  }
}
