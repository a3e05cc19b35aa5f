package org.freehold.benchmarks.reports;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.freehold.launcher.database.DatabaseLogin;

/**
 * Events of a tenant over the last thirty days, made by the database, of the size and mixture of
 * real ones, and sealed by the server.
 */
record ManyEvents(DatabaseLogin administrator, String tenant) {
  private static final int PIECE = 100_000;

  private static final String INSERT =
      """
      with made as (
        select n, now() - interval '30 days' + n * (interval '29 days' / %2$d) as at,
          (array['project.updated', 'task.created', 'task.updated', 'user.signed_in', 'file.uploaded', 'user.updated',
            'api_key.created', 'role_assignment.created', 'flag.updated', 'release.approved'])[1 + n %% 10] as action,
          md5('actor' || n %% 500)::uuid as actor, md5('thing' || n)::uuid as thing, n %% 97 > 0 as success
        from generate_series(%3$d, %4$d) as n),
      identified as (
        select *, (substr(tenant.first_uuid_of(at)::text, 1, 15) || substr(md5('a' || n), 1, 3) || '-8'
          || substr(md5('b' || n), 1, 3) || '-' || lpad(to_hex(n), 12, '0'))::uuid as id from made),
      event as (
        insert into tenant.audit_event (tenant_id, id, leaf, recorded_at, action, actor_type, actor_handle,
          resource_type, resource_id, success, severity, pii_accessed, compliance_relevant, request_id)
        select '%1$s', id, convert_to(jsonb_build_object('v', 1, 'log', 'audit.freehold.local/t/%1$s', 'id', id,
            'nonce', md5(n::text), 'time', at, 'rec', at,
            'actor', jsonb_build_object('type', 'user', 'id', actor, 'session', actor), 'action', action,
            'class', 'UPDATE', 'target', jsonb_build_object('type', 'thing', 'id', thing),
            'outcome', case when success then 'success' else 'refused' end,
            'severity', case when success then 1 else 3 end, 'req', actor, 'observer', 'freehold',
            'chg', jsonb_build_array(jsonb_build_object('path', 'name', 'old', 'before', 'new', 'after')),
            'sd', jsonb_build_array(md5(n || 'sd')))::text, 'UTF8'),
          at, action, 'user', actor, 'thing', thing, success, case when success then 'INFO' else 'WARNING' end, false,
          true, actor::text from identified)
      insert into control.audit_pending (event_id, tenant_id) select id, '%1$s' from identified""";

  /** Makes them, and waits until all are sealed. */
  void make(int events) {
    try (Connection connection = administrator.connect();
        Statement statement = connection.createStatement()) {
      for (int first = 1; first <= events; first += PIECE) {
        int last = Math.min(first + PIECE - 1, events);
        statement.execute(INSERT.formatted(tenant, events, first, last));
      }
      while (pending(statement) > 0) {
        LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
      }
      statement.execute("vacuum analyze");
      statement.execute("checkpoint");
    } catch (SQLException e) {
      throw new IllegalStateException("The events could not be made", e);
    }
  }

  private long pending(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "select count(*) from control.audit_pending where tenant_id = '" + tenant + "'")) {
      row.next();
      return row.getLong(1);
    }
  }
}
