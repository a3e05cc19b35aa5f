package org.freehold.batch.releases;

import java.util.UUID;
import org.freehold.environments.EnvironmentBackfills;
import org.freehold.environments.EnvironmentId;
import org.freehold.environments.MigrationFailed;
import org.freehold.environments.RowBatches;
import org.freehold.jobs.Run;

/** Which backfill a run does. */
final class BackfillPlace {
  private BackfillPlace() {}

  static RowBatches of(Run run, EnvironmentBackfills backfills) throws MigrationFailed {
    return backfills.open(
        new EnvironmentId(UUID.fromString(run.text(BackfillJob.ENVIRONMENT))),
        UUID.fromString(run.text(BackfillJob.DEPLOYMENT)),
        (int) run.number(BackfillJob.STEP));
  }
}
