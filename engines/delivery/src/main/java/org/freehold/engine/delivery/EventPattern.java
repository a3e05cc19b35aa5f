package org.freehold.engine.delivery;

import java.util.regex.Pattern;

/**
 * Which event types somebody wants: one by name, all of a kind as {@code project.*}, or all: {@code
 * *}.
 */
public record EventPattern(String text) {
  private static final Pattern FORM =
      Pattern.compile("\\*|[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*(\\.\\*)?");

  public EventPattern {
    if (!isPattern(text)) {
      throw new IllegalArgumentException("No pattern of event types: " + text);
    }
  }

  public static boolean isPattern(String text) {
    return text.length() <= 100 && FORM.matcher(text).matches();
  }

  public boolean matches(String type) {
    if (text.equals("*")) {
      return true;
    }
    return text.endsWith(".*")
        ? type.startsWith(text.substring(0, text.length() - 1))
        : type.equals(text);
  }
}
