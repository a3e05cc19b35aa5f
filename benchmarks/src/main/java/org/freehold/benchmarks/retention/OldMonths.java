package org.freehold.benchmarks.retention;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.freehold.launcher.database.DatabaseLogin;

/**
 * Two months of years ago with tables of their own, filled by the database with events of the size
 * of real ones, each with one value that is disclosed apart; sealed by the server. And equal tables
 * with the same rows.
 */
record OldMonths(DatabaseLogin administrator) {
  static final List<String> MONTHS = List.of("2015-01", "2015-02");
  private static final int PIECE = 100_000;

  private static final String TABLES =
      """
      create table tenant.audit_event_%1$s partition of tenant.audit_event for values
        from (tenant.first_uuid_of('%2$s-01Z')) to (tenant.first_uuid_of(timestamptz '%2$s-01Z' + interval '1 month'));
      create table tenant.audit_disclosure_%1$s partition of tenant.audit_disclosure for values
        from (tenant.first_uuid_of('%2$s-01Z')) to (tenant.first_uuid_of(timestamptz '%2$s-01Z' + interval '1 month'));
      alter table tenant.audit_event_%1$s owner to freehold_owner;
      alter table tenant.audit_disclosure_%1$s owner to freehold_owner""";

  private static final String INSERT =
      """
      with made as (
        select n, timestamptz '%2$s-01Z' + n * (interval '27 days' / %3$d) as at, md5('actor' || n %% 500)::uuid as actor,
          md5('thing' || n)::uuid as thing from generate_series(%4$d, %5$d) as n),
      identified as (
        select *, (substr(tenant.first_uuid_of(at)::text, 1, 15) || substr(md5('a' || n), 1, 3) || '-8'
          || substr(md5('b' || n), 1, 3) || '-' || lpad(to_hex(n), 12, '0'))::uuid as id from made),
      event as (
        insert into tenant.audit_event (tenant_id, id, leaf, recorded_at, action, actor_type, actor_handle,
          resource_type, resource_id, success, severity, pii_accessed, compliance_relevant, request_id)
        select '%1$s', id, convert_to(jsonb_build_object('v', 1, 'log', (select origin from tenant.audit_tree
            where tenant_id = '%1$s'), 'id', id, 'nonce', md5(n::text), 'time', at, 'rec', at,
            'actor', jsonb_build_object('type', 'user', 'id', actor, 'session', actor), 'action', 'task.updated',
            'class', 'UPDATE', 'target', jsonb_build_object('type', 'thing', 'id', thing), 'outcome', 'success',
            'severity', 1, 'req', actor, 'observer', 'freehold',
            'chg', jsonb_build_array(jsonb_build_object('path', 'name', 'old', 'before', 'new', 'after')),
            'sd', jsonb_build_array(md5(n || 'sd')))::text, 'UTF8'),
          at, 'task.updated', 'user', actor, 'thing', thing, true, 'INFO', false, true, actor::text from identified),
      disclosure as (
        insert into tenant.audit_disclosure (tenant_id, event_id, path, subject_id, sealed)
        select '%1$s', id, 'session', actor, sha256(id::text::bytea) from identified)
      insert into control.audit_pending (event_id, tenant_id) select id, '%1$s' from identified""";

  private static final String COPY =
      """
      create schema bench;
      create table bench.audit_event (like tenant.audit_event including all);
      create table bench.audit_disclosure (like tenant.audit_disclosure including all);
      insert into bench.audit_event select * from tenant.audit_event where id < tenant.first_uuid_of('2015-03-01Z');
      insert into bench.audit_disclosure select * from tenant.audit_disclosure
        where event_id < tenant.first_uuid_of('2015-03-01Z')""";

  void make(List<String> tenants, int events) {
    int each = events / MONTHS.size() / tenants.size();
    try (Connection connection = administrator.connect();
        Statement statement = connection.createStatement()) {
      for (String month : MONTHS) {
        statement.execute(TABLES.formatted(month.replace("-", ""), month));
      }
      for (String tenant : tenants) {
        await(
            statement,
            "select not exists (select from tenant.audit_tree where tenant_id = '%s')",
            tenant);
        for (String month : MONTHS) {
          for (int first = 1; first <= each; first += PIECE) {
            int last = Math.min(first + PIECE - 1, each);
            statement.execute(INSERT.formatted(tenant, month, each, first, last));
          }
        }
        await(
            statement,
            "select exists (select from control.audit_pending where tenant_id = '%s')",
            tenant);
      }
      statement.execute(COPY);
      statement.execute("vacuum analyze");
      statement.execute("checkpoint");
    } catch (SQLException e) {
      throw new IllegalStateException("The events could not be made", e);
    }
  }

  /** Deletes the copies in one transaction; answers the seconds. */
  double deleted() {
    try (Connection connection = administrator.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("checkpoint");
      connection.setAutoCommit(false);
      long start = System.nanoTime();
      statement.execute("delete from bench.audit_disclosure");
      statement.execute("delete from bench.audit_event");
      connection.commit();
      return (System.nanoTime() - start) / 1e9;
    } catch (SQLException e) {
      throw new IllegalStateException("The copies could not be deleted", e);
    }
  }

  private static void await(Statement statement, String waits, String tenant) throws SQLException {
    boolean waiting = true;
    while (waiting) {
      try (ResultSet row = statement.executeQuery(waits.formatted(tenant))) {
        row.next();
        waiting = row.getBoolean(1);
      }
      if (waiting) {
        LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      }
    }
  }
}
