package org.freehold.platform.persistence;

import java.util.concurrent.atomic.LongAdder;

/**
 * How many queries this process has sent through the entity manager; per request it is a stable
 * measure of cost.
 */
public final class StatementCount {
  private static final LongAdder COUNT = new LongAdder();

  private StatementCount() {}

  static void add() {
    COUNT.increment();
  }

  public static long total() {
    return COUNT.sum();
  }
}
