package org.freehold.engine.migration;

/** What a step is, beyond its SQL. */
public enum Action {
  /** The statements, in one transaction. */
  SQL,
  /** One statement outside a transaction; afterwards {@link Step#index()} must be valid or gone. */
  INDEX_CONCURRENTLY,
  /** Reads the whole table under a weak lock. */
  VALIDATE,
  /** {@link Step#backfill()} in batches; {@code up} holds the same work as one statement. */
  BACKFILL
}
