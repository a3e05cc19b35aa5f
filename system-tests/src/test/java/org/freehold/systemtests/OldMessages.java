package org.freehold.systemtests;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Messages of long ago, each with a delivery and an attempt, put past the server and named. */
record OldMessages(Connection superuser, TestTenant tenant) {
  private static final String ID =
      "(left(tenant.first_uuid_of(at)::text, 15) || right(gen_random_uuid()::text, 21))::uuid";

  /** Of so many days ago; a status of null: not spread, and so without a delivery. */
  void add(String name, int daysAgo, String status, String data) throws SQLException {
    at(name, "now() - interval '" + daysAgo + " days'", status, data);
  }

  /** Of this day. */
  void addOn(String name, String day, String status, String data) throws SQLException {
    at(name, "timestamptz '" + day + "'", status, data);
  }

  private void at(String name, String moment, String status, String data) throws SQLException {
    run(
        "with m as materialized (select at, %1$s as id from (select %2$s as at) t),"
            + " queued as (insert into control.delivery_due (tenant_id, subject_id, due_at)"
            + " select '%3$s', id, now() + interval '1 day' from m where %5$s is null)"
            + " insert into tenant.message (tenant_id, id, type, body, created_at, spread_at, own)"
            + " select '%3$s', id, '%4$s', '{\"type\":\"%4$s\",\"data\":%6$s}', at, case when %5$s is not null then at end, false from m",
        ID, moment, tenant.id(), name, quoted(status), data);
    if (status != null) {
      deliver(name, moment, status);
    }
  }

  /** So many a second apart, that nobody wanted. */
  void addMany(String name, int daysAgo, int count) throws SQLException {
    run(
        "with m as materialized (select at, %1$s as id from (select now() - interval '%2$d days'"
            + " + n * interval '1 second' as at from generate_series(1, %3$d) n) t)"
            + " insert into tenant.message (tenant_id, id, type, body, created_at, spread_at, own)"
            + " select '%4$s', id, '%5$s', '{\"type\":\"%5$s\",\"data\":{}}', at, at, false from m",
        ID, daysAgo, count, tenant.id(), name);
  }

  /** One more delivery, so many days ago. */
  void sentAgain(String name, int daysAgo) throws SQLException {
    deliver(name, "now() - interval '" + daysAgo + " days'", "delivered");
  }

  private void deliver(String name, String moment, String status) throws SQLException {
    run(
        "with d as materialized (select at, %1$s as id, m.id as message_id, gen_random_uuid() as endpoint_id"
            + " from (select %2$s + interval '1 second' as at) t, tenant.message m"
            + " where m.tenant_id = '%3$s' and m.type = '%4$s'),"
            + " queued as (insert into control.delivery_due (tenant_id, endpoint_id, subject_id, due_at)"
            + " select '%3$s', endpoint_id, id, now() + interval '1 day' from d where '%5$s' = 'pending'),"
            + " tried as (insert into tenant.delivery_attempt (tenant_id, id, delivery_id, attempted_at, duration_ms, node)"
            + " select '%3$s', %1$s, id, at, 1, 'n' from d)"
            + " insert into tenant.delivery (tenant_id, id, message_id, endpoint_id, type, status, reason, created_at, ended_at)"
            + " select '%3$s', id, message_id, endpoint_id, '%4$s', '%5$s',"
            + " case when '%5$s' not in ('pending', 'delivered') then 'gone' end, at,"
            + " case when '%5$s' <> 'pending' then at end from d",
        ID, moment, tenant.id(), name, status);
  }

  /** Its deliveries were to this endpoint. */
  void sentTo(String endpoint, String name) throws SQLException {
    run(
        "update tenant.delivery set endpoint_id = '%s' where tenant_id = '%s' and type = '%s'",
        endpoint, tenant.id(), name);
  }

  void sentByTheProduct(String name) throws SQLException {
    run(
        "update tenant.message set own = true where tenant_id = '%s' and type = '%s'",
        tenant.id(), name);
  }

  /** A month older than anything that is kept. */
  void month(String month) throws SQLException {
    for (String table : List.of("message", "delivery", "delivery_attempt")) {
      run(
          "create table tenant.%1$s_%2$s partition of tenant.%1$s for values from"
              + " (tenant.first_uuid_of(to_date('%2$s', 'YYYYMM')::timestamp at time zone 'UTC')) to"
              + " (tenant.first_uuid_of((to_date('%2$s', 'YYYYMM') + interval '1 month') at time zone 'UTC'));"
              + " alter table tenant.%1$s_%2$s owner to freehold_owner",
          table, month);
    }
  }

  /** The names of those that are there, but for what the server says itself. */
  List<String> left() throws SQLException {
    return Database.texts(
        superuser,
        "select type from tenant.message where type !~ '[.]' and tenant_id = '"
            + tenant.id()
            + "'");
  }

  /** Deliveries without their message, and attempts without their delivery. */
  long leftovers() {
    return Database.count(
        superuser,
        ("select (select count(*) from tenant.delivery d where d.tenant_id = '%1$s' and not exists"
                + " (select from tenant.message m where m.tenant_id = d.tenant_id and m.id = d.message_id))"
                + " + (select count(*) from tenant.delivery_attempt a where a.tenant_id = '%1$s' and not exists"
                + " (select from tenant.delivery d where d.tenant_id = a.tenant_id and d.id = a.delivery_id))")
            .formatted(tenant.id()));
  }

  long attempts(String name) {
    return Database.count(
        superuser,
        ("select count(*) from tenant.delivery_attempt a join tenant.delivery d on d.tenant_id = a.tenant_id"
                + " and d.id = a.delivery_id where d.tenant_id = '%s' and d.type = '%s'")
            .formatted(tenant.id(), name));
  }

  private static String quoted(String text) {
    return text == null ? "null" : "'" + text + "'";
  }

  private void run(String sql, Object... values) throws SQLException {
    Database.run(superuser, sql.formatted(values));
  }
}
