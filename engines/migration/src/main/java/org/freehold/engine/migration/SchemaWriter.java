package org.freehold.engine.migration;

import java.util.List;

/** A catalog as statements that make the same schema in an empty one. */
public final class SchemaWriter {
  private SchemaWriter() {}

  /** Enumerated types and tables first, then constraints and indexes, foreign keys last. */
  public static List<String> ddl(Catalog catalog) {
    throw new UnsupportedOperationException();
  }
}
