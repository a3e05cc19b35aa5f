package org.freehold.engine.migration;

import java.util.List;

/**
 * What a schema is, in one line. Tombstones are left out, and the order of columns does not count.
 */
public final class Fingerprint {
  private Fingerprint() {}

  /** {@code sha256:} and 64 hexadecimal digits. */
  public static String of(Catalog catalog) {
    throw new UnsupportedOperationException();
  }

  /** What must be done to the found schema to be as expected; empty exactly when both are equal. */
  public static List<Difference> differences(Catalog expected, Catalog found) {
    throw new UnsupportedOperationException();
  }
}
