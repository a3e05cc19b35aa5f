package org.freehold.benchmarks.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.freehold.benchmarks.load.PgBench;
import org.freehold.launcher.database.DatabaseLogin;
import org.freehold.launcher.database.FreeholdDatabase;
import org.freehold.platform.Uuid7;

/**
 * Sixteen connections write events of 480 bytes for one tenant: as plain rows (also by pgbench), as
 * rows that a trigger chains under a lock, and as events of the trail until the last has its place.
 */
final class EventWriters {
  private static final int CONNECTIONS = 16;
  private static final String LEAF =
      "convert_to(rpad('{\"id\":\"' || i || '\"', 480, 'x'), 'UTF8')";

  /** As {@code AuditRows} does it; the rows of personal values apart. */
  static final String EVENTS =
      "with event as (insert into audit_event (tenant_id, id, leaf, recorded_at, action, actor_type, success, severity,"
          + " pii_accessed, compliance_relevant, request_id) select ?, i, "
          + LEAF
          + ", now(), 'project.updated', 'user', true, 'INFO', false, false, 'benchmark' from unnest(?::uuid[]) i)"
          + " insert into control.audit_pending (event_id, tenant_id) select i, ? from unnest(?::uuid[]) i";

  /** One statement, and with it a commit; ids that grow, as those of events do. */
  private static final String SCRIPT =
      "insert into bench_plain (tenant_id, id, leaf) select '%s', i, "
          + LEAF
          + " from cast(lpad(to_hex(nextval('bench_ids')), 32, '0') as uuid) i;";

  private final FreeholdDatabase database;
  private final UUID tenant;
  private final int seconds;

  EventWriters(FreeholdDatabase database, UUID tenant, int seconds) throws SQLException {
    this.database = database;
    this.tenant = tenant;
    this.seconds = seconds;
    try (Connection connection = database.administrator().connect();
        Statement statement = connection.createStatement()) {
      statement.execute("set search_path to tenant");
      for (String table : new String[] {"bench_plain", "bench_chained"}) {
        statement.execute(
            "create table %s (tenant_id uuid not null, id uuid not null, leaf bytea not null, hash bytea, primary key (tenant_id, id))"
                .formatted(table));
        statement.execute(
            "grant select, insert on %s to %s".formatted(table, database.app().user()));
      }
      statement.execute("create sequence bench_ids");
      statement.execute("grant usage on bench_ids to " + database.app().user());
      statement.execute(
          "create table bench_chain (tenant_id uuid primary key, hash bytea not null)");
      statement.execute("grant select, update on bench_chain to " + database.app().user());
      statement.execute("insert into bench_chain values ('%s', '')".formatted(tenant));
      statement.execute(
          "create function bench_chain() returns trigger language plpgsql as $$ begin"
              + " select sha256(c.hash || new.leaf) into new.hash from bench_chain c where c.tenant_id = new.tenant_id for update;"
              + " update bench_chain set hash = new.hash where tenant_id = new.tenant_id; return new; end $$");
      statement.execute(
          "create trigger chained before insert on bench_chained for each row execute function bench_chain()");
    }
  }

  /** The same plain rows by pgbench; NaN when there is none on the PATH. */
  double pgbench() {
    return PgBench.isThere()
        ? new PgBench(database.app(), CONNECTIONS).perSecond(SCRIPT.formatted(tenant), seconds)
        : Double.NaN;
  }

  double plain() throws Exception {
    return Writers.perSecond(CONNECTIONS, seconds, () -> rows("bench_plain"));
  }

  double chained() throws Exception {
    return Writers.perSecond(CONNECTIONS, seconds, () -> rows("bench_chained"));
  }

  /** From the first event until the last has its place. */
  double sealed(int each) throws Exception {
    long begun = System.nanoTime();
    long events = Writers.run(CONNECTIONS, seconds, () -> events(database.app(), tenant, each));
    awaitSealed();
    return events / ((System.nanoTime() - begun) / 1e9);
  }

  private void awaitSealed() throws SQLException {
    try (Connection connection = database.administrator().connect();
        PreparedStatement query =
            connection.prepareStatement(
                "select exists (select from control.audit_pending where tenant_id = ?)")) {
      query.setObject(1, tenant);
      boolean waiting = true;
      while (waiting) {
        try (ResultSet row = query.executeQuery()) {
          row.next();
          waiting = row.getBoolean(1);
        }
        LockSupport.parkNanos(5_000_000);
      }
    }
  }

  private Writers.Writer rows(String table) throws SQLException {
    return writer(
        database.app(),
        tenant,
        1,
        "insert into "
            + table
            + " (tenant_id, id, leaf) select ?, i, "
            + LEAF
            + " from unnest(?::uuid[]) i",
        1);
  }

  static Writers.Writer events(DatabaseLogin app, UUID tenant, int each) throws SQLException {
    return writer(app, tenant, each, EVENTS, 2);
  }

  private static Writers.Writer writer(
      DatabaseLogin app, UUID tenant, int each, String sql, int times) throws SQLException {
    Connection connection = app.connect();
    connection.setAutoCommit(false);
    PreparedStatement enter =
        connection.prepareStatement(
            "select set_config('app.tenant_id', ?, true), set_config('search_path', 'tenant', true)");
    enter.setString(1, tenant.toString());
    enter.execute();
    PreparedStatement insert = connection.prepareStatement(sql);
    return new Writers.Writer() {
      @Override
      public int write() throws SQLException {
        UUID[] ids = new UUID[each];
        for (int i = 0; i < each; i++) {
          ids[i] = Uuid7.next();
        }
        enter.execute();
        for (int time = 0; time < times; time++) {
          insert.setObject(2 * time + 1, tenant);
          insert.setArray(2 * time + 2, connection.createArrayOf("uuid", ids));
        }
        insert.executeUpdate();
        connection.commit();
        return each;
      }

      @Override
      public void close() throws SQLException {
        connection.close();
      }
    };
  }
}
