package org.freehold.platform.persistence;

import java.util.Locale;

/**
 * Patterns for LIKE with {@code escape '!'}, in which nothing of the searched text is a wildcard.
 */
public final class LikePattern {
  private LikePattern() {}

  /** For a column in lower case that contains the text; null for null. */
  public static String containing(String text) {
    return text == null
        ? null
        : "%" + text.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
  }
}
