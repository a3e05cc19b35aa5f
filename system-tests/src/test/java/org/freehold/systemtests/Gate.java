package org.freehold.systemtests;

import java.sql.Connection;
import java.sql.SQLException;

/** Holds up what the server writes, until it is closed as a resource: one at a time. */
final class Gate implements AutoCloseable {
  private static final String KEY = "hashtext('gate')";

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
    Database.run(superuser, "drop trigger if exists waits on " + table);
    Database.run(superuser, "drop function if exists tenant.wait_for_test");
  }
}
