package org.freehold.engine.migration;

/** When a step runs. */
public enum Part {
  /** All of these in one transaction, first. */
  TRANSACTION,
  /** One by one afterwards, each in a transaction of its own or in none. */
  APART
}
