package org.freehold.environments.database.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.freehold.engine.migration.BackfillTask;

/**
 * A backfill that a job does, beside the journal: the job is told which step, and never what to
 * run.
 *
 * @param run the run that does it; null before there is one
 */
public record StoredBackfill(BackfillTask task, UUID run) {

  /** Keeps the task; the run of an earlier try stays with it. */
  public static void keep(Site site, UUID deployment, int step, BackfillTask task)
      throws SQLException {
    try (Connection keeper = Sessions.keeper(site)) {
      Jdbc.update(
          keeper,
          "insert into freehold_releases.backfill (environment, deployment, step, task)"
              + " values (?, ?::uuid, ?::int, ?::text[]) on conflict do nothing",
          site.name(),
          deployment,
          step,
          List.of(task.table(), task.column(), task.setSql(), task.whereSql()));
    }
  }

  /** Says which run does it. */
  public static void runs(Site site, UUID deployment, int step, UUID run) throws SQLException {
    try (Connection keeper = Sessions.keeper(site)) {
      Jdbc.update(
          keeper,
          "update freehold_releases.backfill set run = ?::uuid"
              + " where environment = ? and deployment = ?::uuid and step = ?::int",
          run,
          site.name(),
          deployment,
          step);
    }
  }

  public static Optional<StoredBackfill> find(Site site, UUID deployment, int step)
      throws SQLException {
    try (Connection keeper = Sessions.keeper(site)) {
      return Jdbc.list(
              keeper,
              "select task[1], task[2], task[3], task[4], run from freehold_releases.backfill"
                  + " where environment = ? and deployment = ?::uuid and step = ?::int",
              row ->
                  new StoredBackfill(
                      new BackfillTask(
                          row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                      row.getString(5) == null ? null : UUID.fromString(row.getString(5))),
              site.name(),
              deployment,
              step)
          .stream()
          .findFirst();
    }
  }
}
