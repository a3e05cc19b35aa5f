package org.freehold.web.openapi.bruno;

import java.util.Map;

/** Writes the blocks of Bruno's plain text format. */
final class Bru {
  private final StringBuilder text = new StringBuilder();

  /** Names with values; nothing when there are none. A name that begins with ~ is switched off. */
  Bru pairs(String block, Map<String, String> pairs) {
    if (!pairs.isEmpty()) {
      begin(block);
      pairs.forEach(
          (name, value) -> text.append(("  " + name + ": " + value).stripTrailing() + "\n"));
      text.append("}\n");
    }
    return this;
  }

  /** Lines as they are; nothing when there are none. */
  Bru lines(String block, String lines) {
    if (!lines.isBlank()) {
      begin(block);
      lines
          .strip()
          .lines()
          .forEach(line -> text.append(line.isEmpty() ? "\n" : "  " + line + "\n"));
      text.append("}\n");
    }
    return this;
  }

  private void begin(String block) {
    text.append(text.isEmpty() ? "" : "\n").append(block).append(" {\n");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
