package org.freehold.platform.persistence;

import java.util.Locale;

/**
 * Patterns for LIKE with {@code escape '!'}, in which nothing of the searched text is a wildcard.
 */
public final class LikePattern {
  private LikePattern() {}

  /** For a column in lower case that contains the text; null for null. */
  public static String containing(String text) {
    return text == null ? null : "%" + literally(text.toLowerCase(Locale.ROOT)) + "%";
  }

  /** For a column that begins with the text. */
  public static String beginningWith(String text) {
    return literally(text) + "%";
  }

  /** For a column that ends with the text. */
  public static String endingWith(String text) {
    return "%" + literally(text);
  }

  private static String literally(String text) {
    return text.replaceAll("[!%_]", "!$0");
  }
}
