package org.freehold.engine.migration.sql;

/** SQL that ends in the middle of a string, a comment or a name, or that has what none may have. */
public final class SqlNotReadable extends RuntimeException {
  SqlNotReadable(String message) {
    super(message);
  }
}
