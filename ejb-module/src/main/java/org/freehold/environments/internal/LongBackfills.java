package org.freehold.environments.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.freehold.engine.migration.Step;
import org.freehold.environments.MigrationFailed;
import org.freehold.environments.Progress;
import org.freehold.environments.database.internal.Backfills;
import org.freehold.environments.database.internal.Site;
import org.freehold.environments.database.internal.StoredBackfill;
import org.freehold.jobs.RunDetails;
import org.freehold.jobs.RunStatus;

/**
 * Has long backfills done by a run of the job {@code release-backfill}, with checkpoints that
 * survive a node, and waits for it. A run that was begun by a node that died is waited for, not
 * begun anew.
 */
@ApplicationScoped
public class LongBackfills implements Backfills {
  /** Fewer rows than these are written at once. */
  private static final long LONG = 10_000;

  private static final long LOOK_MILLIS = 500;
  private static final int LOOKS_PER_LINE = 20;

  @Inject private BackfillRuns runs;

  @Override
  public void run(Site site, UUID deployment, Step step, long rows, Progress progress)
      throws MigrationFailed {
    if (rows <= LONG) {
      return;
    }
    try {
      StoredBackfill.keep(site, deployment, step.number(), step.backfill());
      UUID run = known(site, deployment, step);
      if (run == null) {
        run = runs.begin(site.environment(), deployment, step.number()).id().value();
        StoredBackfill.runs(site, deployment, step.number(), run);
      }
      await(run, step, progress);
    } catch (SQLException e) {
      throw new MigrationFailed(
          MigrationFailed.UNREACHABLE, step.number(), e.getSQLState(), e.getMessage(), null, e);
    }
  }

  /** Null when there is none that still goes on. */
  private UUID known(Site site, UUID deployment, Step step) throws SQLException {
    return StoredBackfill.find(site, deployment, step.number())
        .map(StoredBackfill::run)
        .filter(run -> runs.find(run).filter(found -> !found.status().ended()).isPresent())
        .orElse(null);
  }

  private void await(UUID run, Step step, Progress progress) throws MigrationFailed {
    for (int look = 0; ; look++) {
      Optional<RunDetails> found = runs.find(run);
      if (found.isEmpty() || found.get().status().ended()) {
        requireCompleted(run, found, step);
        return;
      }
      if (look % LOOKS_PER_LINE == 0) {
        String done = found.get().progress().done() + " rows written by the run " + run;
        progress.step(step.number(), "running", done, look * LOOK_MILLIS);
      }
      sleep(step);
    }
  }

  private static void requireCompleted(UUID run, Optional<RunDetails> found, Step step)
      throws MigrationFailed {
    if (found.map(RunDetails::status).orElse(null) != RunStatus.COMPLETED) {
      throw new MigrationFailed(
          MigrationFailed.STATEMENT_FAILED,
          step.number(),
          null,
          "The run " + run + " did not complete: " + found.map(RunDetails::error).orElse("gone"),
          null,
          null);
    }
  }

  private static void sleep(Step step) throws MigrationFailed {
    try {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MigrationFailed(
          MigrationFailed.INTERRUPTED, step.number(), null, "The server is being stopped", null, e);
    }
  }
}
