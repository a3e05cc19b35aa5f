package org.freehold.releases.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The published JSON Schema (2020-12) of bundles, served as {@code release-bundle.json}. */
public final class BundleSchema {
  private BundleSchema() {}

  /** Its text. */
  public static String text() {
    try (InputStream schema = BundleSchema.class.getResourceAsStream("release-bundle.json")) {
      return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
