package org.freehold.cli;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes secrets out of text that leaves the house: those that are known by their value, and what
 * looks like one. Rather takes too much than too little.
 */
final class Redaction {
  static final String MARK = "[redacted]";

  /** A shorter value stands in too many innocent places. */
  private static final int SHORTEST = 6;

  private static final String NAME =
      "(?i:[\\w.\\-]*(?:password|passwd|secret|token|api[_-]?key|master[_.-]?key|private[_-]?key"
          + "|credential|authorization|cookie|pepper|salt)[\\w.\\-]*)";

  private static final List<Pattern> SHAPES =
      List.of(
          // before the names: "Authorization: Bearer …" has its secret in the second word
          Pattern.compile("((?i:\\b(?:bearer|basic)\\s+))([\\w.~+/=\\-]{8,})"),
          // "name":"value", name=value, name: value; keeps the name
          Pattern.compile("(\"?" + NAME + "\"?\\s*[=:]\\s*)(\"(?:[^\"\\\\]|\\\\.)*\"|[^\\s,;&}]+)"),
          Pattern.compile("(\\b[a-z][a-z0-9+.\\-]*://[^\\s:/@]*:)([^\\s/@]+)(?=@)"),
          Pattern.compile("()(\\beyJ[\\w\\-]+\\.[\\w\\-]+\\.[\\w\\-]*)"),
          Pattern.compile("()(\\bwhs(?:ec|k)_[\\w+/=\\-]+)"),
          Pattern.compile("()(\\bsk_(?:live|test)_[0-9A-Za-z]+)"),
          Pattern.compile("()(\\bAKIA[0-9A-Z]{12,})"));
  private static final Pattern PEM_BEGIN = Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----");
  private static final Pattern PEM_END = Pattern.compile("-----END [A-Z ]*PRIVATE KEY-----");

  private final List<String> known;
  private boolean insideKey;

  Redaction(Collection<String> known) {
    // The longest first, so that none is left half.
    this.known =
        known.stream()
            .map(String::strip)
            .filter(value -> value.length() >= SHORTEST)
            .distinct()
            .sorted((one, other) -> other.length() - one.length())
            .toList();
  }

  /** Whether a value of this name is a secret. */
  static boolean isSecret(String name) {
    return name.matches(NAME);
  }

  /** The line without its secrets; lines of one file must come in their order. */
  String line(String line) {
    if (insideKey || PEM_BEGIN.matcher(line).find()) {
      insideKey = !PEM_END.matcher(line).find();
      return MARK;
    }
    String text = line;
    for (String value : known) {
      text = text.replace(value, MARK);
    }
    for (Pattern shape : SHAPES) {
      text = shape.matcher(text).replaceAll("$1" + Matcher.quoteReplacement(MARK));
    }
    return text;
  }
}
