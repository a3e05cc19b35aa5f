package org.freehold.market;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The published JSON Schema (2020-12) of a template, served as {@code template.json}. */
public final class TemplateSchema {
  private TemplateSchema() {}

  /** Its text. */
  public static String text() {
    try (InputStream schema = TemplateSchema.class.getResourceAsStream("template.json")) {
      return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
