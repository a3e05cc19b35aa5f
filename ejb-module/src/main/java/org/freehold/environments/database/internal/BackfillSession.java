package org.freehold.environments.database.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.freehold.engine.migration.BackfillTask;
import org.freehold.engine.migration.Sql;
import org.freehold.environments.MigrationFailed;

/** A backfill as a job does it: which rows come next, and writing them, each in a transaction. */
public final class BackfillSession implements AutoCloseable {
  private static final int LOCK_MILLIS = 1_000;
  private static final int STATEMENT_MILLIS = 60_000;
  private static final int ATTEMPTS = 8;

  private final Connection connection;
  private final BackfillTask task;
  private final Work work;
  private final List<String> key;

  public BackfillSession(Site site, BackfillTask task) throws SQLException {
    this.connection = Sessions.environment(site, Sessions.BACKFILL);
    this.task = task;
    this.work = new Work(connection, site.schema());
    work.pin(LOCK_MILLIS, STATEMENT_MILLIS);
    this.key = Backfiller.primaryKey(connection, task.table());
  }

  /** About how many rows the table has. */
  public long estimate() throws SQLException {
    return Backfiller.estimate(connection, task.table());
  }

  /**
   * The key of the last row of the next batch; null when there is none.
   *
   * @param after the last key of the batch before; null for the first batch
   */
  public List<String> next(List<String> after) throws SQLException {
    if (key.isEmpty()) {
      return null;
    }
    String columns = key.stream().map(Sql::quote).collect(Collectors.joining(", "));
    String backwards =
        key.stream().map(name -> Sql.quote(name) + " desc").collect(Collectors.joining(", "));
    String sql =
        "select %1$s from (select %1$s from %2$s where (%3$s)%4$s order by %1$s limit %5$d) as b"
                .formatted(
                    columns,
                    Sql.quote(task.table()),
                    task.whereSql(),
                    beyond(columns, ">", after),
                    Backfiller.BATCH)
            + " order by "
            + backwards
            + " limit 1";
    List<List<String>> found =
        Jdbc.literally(
            connection,
            sql,
            row -> {
              List<String> values = new ArrayList<>();
              for (int i = 0; i < key.size(); i++) {
                values.add(row.getString(i + 1));
              }
              return values;
            });
    return found.isEmpty() ? null : found.get(0);
  }

  /** Writes the rows behind one key and up to another; answers how many. */
  public long write(List<String> after, List<String> last) throws SQLException, MigrationFailed {
    String columns = key.stream().map(Sql::quote).collect(Collectors.joining(", "));
    String sql =
        "with u as (update %s set %s where (%s)%s%s returning 1) select count(*) from u"
            .formatted(
                Sql.quote(task.table()),
                task.setSql(),
                task.whereSql(),
                beyond(columns, ">", after),
                beyond(columns, "<=", last));
    for (int tried = 1; ; tried++) {
      long[] written = new long[1];
      try {
        work.transaction(
            () -> {
              work.pin(LOCK_MILLIS, STATEMENT_MILLIS);
              written[0] = Jdbc.literally(connection, sql, row -> row.getLong(1)).get(0);
            });
        return written[0];
      } catch (SQLException e) {
        if (!Failures.isForLock(e) || tried == ATTEMPTS) {
          throw e;
        }
        Pause.beforeTry(tried);
      }
    }
  }

  private static String beyond(String columns, String sign, List<String> values) {
    return values == null
        ? ""
        : " and (%s) %s (%s)"
            .formatted(
                columns, sign, values.stream().map(Sql::literal).collect(Collectors.joining(", ")));
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
