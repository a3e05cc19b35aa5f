package org.freehold.releases;

import org.freehold.engine.migration.Plan;
import org.freehold.environments.DryRun;
import org.freehold.environments.MigrationFailed;
import org.freehold.environments.TargetState;

/** How the plan of a bundle went on a copy of the environment. */
public final class Rehearsed {
  private final TargetState start;
  private final Plan plan;
  private final DryRun dryRun;
  private final MigrationFailed failed;

  /**
   * @param dryRun null when it was not tried out, or failed
   * @param failed null when it did not
   */
  Rehearsed(TargetState start, Plan plan, DryRun dryRun, MigrationFailed failed) {
    this.start = start;
    this.plan = plan;
    this.dryRun = dryRun;
    this.failed = failed;
  }

  TargetState start() {
    return start;
  }

  Plan plan() {
    return plan;
  }

  DryRun dryRun() {
    return dryRun;
  }

  MigrationFailed failed() {
    return failed;
  }
}
