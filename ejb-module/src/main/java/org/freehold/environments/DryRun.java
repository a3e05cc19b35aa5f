package org.freehold.environments;

import java.util.List;

/**
 * A plan on a scratch copy with sampled rows: up, down and up again.
 *
 * @param start fingerprints of the copy at each point
 * @param reversible whether {@code afterDown} equals {@code start}
 * @param repeatable whether {@code afterUpAgain} equals {@code afterUp}
 */
public record DryRun(
    String start,
    String afterUp,
    String afterDown,
    String afterUpAgain,
    boolean reversible,
    boolean repeatable,
    List<StepTrial> steps,
    List<SampledTable> sampled) {
  public DryRun {
    steps = List.copyOf(steps);
    sampled = List.copyOf(sampled);
  }

  /**
   * How one step went on the way up.
   *
   * @param rowsSampled rows of the copy in the tables that the step locked
   * @param rewrittenTables tables whose file changed: each of their rows was written anew
   * @param lock the strongest lock on a table that was there before, as pg_locks names it; null for
   *     none
   */
  public record StepTrial(
      int number, long millis, long rowsSampled, List<String> rewrittenTables, String lock) {
    public StepTrial {
      rewrittenTables = List.copyOf(rewrittenTables);
    }
  }

  /** How many rows of a table were in the copy. */
  public record SampledTable(String table, long rows) {}
}
