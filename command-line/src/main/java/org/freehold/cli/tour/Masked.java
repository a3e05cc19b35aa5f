package org.freehold.cli.tour;

import java.util.regex.Pattern;

/** JSON as it may be shown: without the values of secrets, and without control characters. */
final class Masked {
  private static final Pattern SECRETS =
      Pattern.compile(
          "(\"(?!token_type\")[\\w]*(?:password|token|secret)[\\w]*\"\\s*:\\s*)\"(?:[^\"\\\\]|\\\\.)*\"");

  private Masked() {}

  static String text(String json) {
    return SECRETS.matcher(json).replaceAll("$1\"…\"").replaceAll("\\p{Cntrl}", " ");
  }
}
