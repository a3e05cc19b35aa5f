package org.freehold.systemtests;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Holds up what the server writes, until it is closed as a resource: one at a time. */
final class Gate implements AutoCloseable {
  private static final String KEY = "hashtext('gate')";
  private static final Duration SOON = Duration.ofSeconds(30);

  /** PostgreSQL: lock_not_available. */
  private static final String LOCKED = "55P03";

  private final Connection superuser;
  private final String table;

  private Gate(Connection superuser, String table) {
    this.superuser = superuser;
    this.table = table;
  }

  /**
   * For rows that are written so ({@code insert}, {@code update}, {@code delete}) while {@code
   * when} holds.
   */
  static Gate before(Connection superuser, String how, String table, String when)
      throws SQLException {
    Database.run(superuser, "select pg_advisory_lock(" + KEY + ")");
    Database.run(
        superuser,
        ("create function tenant.wait_for_test() returns trigger language plpgsql as $$ begin"
                + " perform pg_advisory_xact_lock_shared(%s); return coalesce(new, old); end $$;"
                + " create trigger waits before %s on %s for each row when (%s)"
                + " execute function tenant.wait_for_test()")
            .formatted(KEY, how, table, when));
    return new Gate(superuser, table);
  }

  /** How many wait before it. */
  long waiting() {
    return Database.count(
        superuser,
        "select count(*) from pg_locks where locktype = 'advisory' and not granted and objid::int = "
            + KEY);
  }

  /** Lets everybody pass. */
  @Override
  public void close() throws SQLException {
    Database.run(superuser, "select pg_advisory_unlock_all()");
    Await.until(SOON, this::isGone, gone -> gone);
    Database.run(superuser, "drop function if exists tenant.wait_for_test");
  }

  /** Waits for nobody long, who may be waiting for it: else one of the two would fail. */
  private boolean isGone() {
    try (Statement statement = superuser.createStatement()) {
      statement.execute("set lock_timeout = '100ms'");
      statement.execute("drop trigger if exists waits on " + table);
      statement.execute("reset lock_timeout");
      return true;
    } catch (SQLException e) {
      if (LOCKED.equals(e.getSQLState())) {
        return false;
      }
      throw new IllegalStateException(e);
    }
  }
}
