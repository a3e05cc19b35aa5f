package org.freehold.environments.database.internal;

import java.util.UUID;
import org.freehold.engine.migration.Step;
import org.freehold.environments.MigrationFailed;

/** Takes over backfills that are too long for the thread that applies a plan. */
public interface Backfills {
  /** Leaves every backfill to the thread that applies the plan. */
  Backfills NONE = (site, deployment, step, rows) -> false;

  /**
   * Answers whether it has done the step, all of it.
   *
   * @param rows about how many are to be written
   */
  boolean tookOver(Site site, UUID deployment, Step step, long rows) throws MigrationFailed;
}
