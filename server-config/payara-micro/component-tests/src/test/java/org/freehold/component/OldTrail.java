package org.freehold.component;

import java.util.List;
import java.util.UUID;

/**
 * Events of a month long ago, put into a trail past the server and sealed by it like any others.
 */
final class OldTrail {
  private static final String ADD =
      "with old as materialized (select n, at,"
          + " (left(first_uuid_of(at)::text, 15) || right(gen_random_uuid()::text, 21))::uuid as id"
          + " from (select n, (?||'-03T00:00:00Z')::timestamptz + n * interval '1 hour' as at"
          + " from generate_series(1, ?) n) t),"
          + " queued as (insert into control.audit_pending (event_id, tenant_id) select id, ? from old),"
          + " disclosed as (insert into audit_disclosure (tenant_id, event_id, path, subject_id, sealed)"
          + " select ?, id, 'p', ?, '\\x00' from old where ?::uuid is not null)"
          + " insert into audit_event (tenant_id, id, leaf, recorded_at, action, actor_type, actor_handle,"
          + " resource_type, resource_id, success, severity, pii_accessed, compliance_relevant)"
          + " select ?, id, convert_to('{\"action\":\"project.created\",\"actor\":{\"type\":\"system\"},\"id\":\"'"
          + " || id || '\",\"log\":\"' || (select origin from audit_tree where tenant_id = ?) || '\",\"n\":' || n"
          + " || ',\"observer\":\"freehold\",\"outcome\":\"success\",\"rec\":\"' || to_char(at at time zone 'UTC',"
          + " 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') || '\",\"severity\":1}',"
          + " 'UTF8'), at, 'project.created', 'system', ?, ?, ?, true, 'INFO', false, false from old";

  private OldTrail() {}

  /** So many, an hour apart from one o'clock of the third on. */
  static void add(SampleTenant tenant, String month, int count) {
    add(tenant, month, count, null, null, null);
  }

  /**
   * Of this actor or about this person, by their handles; or with something of this one withheld.
   */
  static void add(
      SampleTenant tenant, String month, int count, UUID actor, UUID person, UUID disclosed) {
    UUID id = tenant.id();
    String type = person == null ? null : "user";
    Superuser.change(ADD, month, count, id, id, disclosed, disclosed, id, id, actor, type, person);
  }

  /** How many are left of years ago. */
  static long left(SampleTenant tenant) {
    return Superuser.count(
        "select count(*) from audit_event where tenant_id = ? and recorded_at < '2020-01-01'",
        tenant.id());
  }

  /** Of those that are left. */
  static List<Integer> hours(SampleTenant tenant) {
    return Superuser.rows(
            "select extract(hour from recorded_at at time zone 'UTC')::int from audit_event"
                + " where tenant_id = ? and recorded_at < '2020-01-01' order by 1",
            tenant.id())
        .stream()
        .map(row -> (Integer) row[0])
        .toList();
  }
}
