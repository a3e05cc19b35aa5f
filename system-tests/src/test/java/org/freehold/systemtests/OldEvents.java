package org.freehold.systemtests;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Events of years ago, put into a trail past the server and sealed by it like any others. */
final class OldEvents {
  private OldEvents() {}

  /** Some of a month, an hour apart; {@code project} null: of none. */
  static void add(Connection superuser, TestTenant tenant, String month, int count, String project)
      throws SQLException {
    String tree = "select origin from tenant.audit_tree where tenant_id = '" + tenant.id() + "'";
    Await.until(
        Duration.ofSeconds(30), () -> texts(superuser, tree), origins -> !origins.isEmpty());
    String id =
        "(left(tenant.first_uuid_of(at)::text, 15) || right(gen_random_uuid()::text, 21))::uuid";
    Database.run(
        superuser,
        ("with old as materialized (select n, at, %1$s as id from (select n, timestamptz '%2$s-03 00:00:00Z'"
                + " + n * interval '1 hour' as at from generate_series(1, %3$d) n) t),"
                + " queued as (insert into control.audit_pending (event_id, tenant_id) select id, '%4$s' from old)"
                + " insert into tenant.audit_event (tenant_id, id, leaf, recorded_at, action, actor_type, project_id,"
                + " success, severity, pii_accessed, compliance_relevant) select '%4$s', id,"
                + " convert_to('{\"action\":\"project.created\",\"actor\":{\"type\":\"system\"},\"id\":\"' || id"
                + " || '\",\"log\":\"' || (select origin from tenant.audit_tree where tenant_id = '%4$s')"
                + " || '\",\"n\":' || n || ',\"observer\":\"freehold\",\"outcome\":\"success\",\"rec\":\"'"
                + " || to_char(at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') || '\",\"severity\":1}', 'UTF8'), at,"
                + " 'project.created', 'system', %5$s, true, 'INFO', false, false from old")
            .formatted(
                id, month, count, tenant.id(), project == null ? "null" : "'" + project + "'"));
  }

  private static List<String> texts(Connection superuser, String sql) {
    try {
      return Database.texts(superuser, sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many are left from before 2020. */
  static int left(Connection superuser, TestTenant tenant) throws SQLException {
    return Integer.parseInt(
        Database.texts(
                superuser,
                "select count(*) from tenant.audit_event where tenant_id = '"
                    + tenant.id()
                    + "' and recorded_at < '2020-01-01'")
            .get(0));
  }
}
