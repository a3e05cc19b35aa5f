package org.freehold.flags;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The published JSON Schema (2020-12) of a flag, served as {@code feature-flag.json}. */
public final class FlagSchema {
  private FlagSchema() {}

  /** Its text. */
  public static String text() {
    try (InputStream schema = FlagSchema.class.getResourceAsStream("feature-flag.json")) {
      return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
