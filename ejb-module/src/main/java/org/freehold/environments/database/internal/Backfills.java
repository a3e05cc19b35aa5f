package org.freehold.environments.database.internal;

import java.util.UUID;
import org.freehold.engine.migration.Step;
import org.freehold.environments.MigrationFailed;
import org.freehold.environments.Progress;

/**
 * Takes over backfills that are too long for the thread that applies a plan. What they leave, or
 * what comes in meanwhile, is written by that thread afterwards.
 */
public interface Backfills {
  /** Leaves every backfill to the thread that applies the plan. */
  Backfills NONE = (site, deployment, step, rows, progress) -> {};

  /**
   * Does as much of the step as it likes to, and returns when that is done.
   *
   * @param rows about how many the table has
   */
  void run(Site site, UUID deployment, Step step, long rows, Progress progress)
      throws MigrationFailed;
}
