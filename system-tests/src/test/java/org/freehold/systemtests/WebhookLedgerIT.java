package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the ledger says when something is wrong, and when nothing is. */
class WebhookLedgerIT {
  private static final Duration SOON = Duration.ofSeconds(60);

  /** A recorder; heartbeats wait for the row, too, but keep nothing. */
  private static final String WHO_WAITS =
      "select pid from pg_stat_activity where wait_event_type = 'Lock'"
          + " and query ~ 'from control.delivery_due.*subject_id = c.id'";

  private final TestTenant tenant = Fixtures.tenant();
  private Receiver receiver;
  private Connection superuser;

  @BeforeEach
  void listen() throws IOException, SQLException {
    receiver = new Receiver();
    superuser = Database.asAdministrator();
  }

  @AfterEach
  void stop() throws SQLException {
    superuser.close();
    receiver.close();
  }

  @Test
  void aDeliveryThatIsLostIsToldToTheOperatorUntilItIsMended() {
    receiver.answers(500);
    String endpoint = endpoint();
    tenant.project();
    waiting(endpoint);
    run("create temp table lost as select * from control.delivery_due where tenant_id = '%s'");
    run("delete from control.delivery_due where tenant_id = '%s'");
    try {
      Await.until(SOON, this::alarmsAfterACheck, List.of("deliveries_lost")::equals);
      assertThat(health()).isEqualTo("down");
      assertThat(Fixtures.nobody().get("/api/metrics").is(200).text())
          .containsPattern("freehold_webhooks_alarms\\{[^}]*kind=\"deliveries_lost\"[^}]*} [1-9]");
      JsonObject ledger = tenant.api().get("/api/webhooks/ledger").is(200).json();
      assertThat(ledger.getBoolean("balanced")).isFalse();
      assertThat(ledger.getJsonArray("findings").toString()).contains("deliveries_lost");
      assertThat(tenant.api().get("/api/audit-logs?limit=200").is(200).each("action"))
          .contains("webhook_ledger.unbalanced");
      Fixtures.nobody().get("/api/health/readiness").is(200);
    } finally {
      run("insert into control.delivery_due select * from lost");
    }
    Await.until(SOON, this::alarmsAfterACheck, List::isEmpty);
    Await.until(SOON, WebhookLedgerIT::health, "up"::equals);
    assertThat(tenant.api().get("/api/webhooks/ledger").is(200).json().getBoolean("balanced"))
        .isTrue();
  }

  @Test
  void theNumbersOfAnEndpointThatWasDeletedStillAddUp() {
    String arrived = endpoint();
    tenant.project();
    Await.until(SOON, () -> count(arrived, "delivered"), count -> count == 1);
    receiver.answers(500);
    String waiting = endpoint();
    tenant.project();
    waiting(waiting);
    tenant.api().delete("/api/webhooks/endpoints/" + arrived).is(204);
    tenant.api().delete("/api/webhooks/endpoints/" + waiting).is(204);
    alarmsAfterACheck();
    assertThat(alarmsAfterACheck()).as("what differs twice running is an alarm").isEmpty();
    JsonObject ledger = tenant.api().get("/api/webhooks/ledger").is(200).json();
    assertThat(ledger.getBoolean("balanced")).as(ledger.toString()).isTrue();
    assertThat(ledger.getInt("created")).isEqualTo(3);
  }

  @Test
  void aMonthThatGoesWithWhatStillWaitsRaisesNoAlarm() {
    String endpoint = endpoint();
    oldMonth("message");
    oldMonth("delivery");
    run(
        "insert into tenant.message (tenant_id, id, type, body, created_at)"
            + " select '%s', id, 'project.created', '{}', '2024-02-10Z'"
            + " from tenant.first_uuid_of('2024-02-10Z') id");
    run(
        "insert into tenant.delivery (tenant_id, id, message_id, endpoint_id, type, status, created_at)"
            + " select '%1$s', id, id, '"
            + endpoint
            + "', 'project.created', 'pending', '2024-02-11Z'"
            + " from tenant.first_uuid_of('2024-02-11Z') id");
    run(
        "insert into control.delivery_due (tenant_id, endpoint_id, subject_id, due_at)"
            + " select tenant_id, null, id, now() + interval '1 hour' from tenant.message_202402"
            + " union all select tenant_id, endpoint_id, id, now() + interval '1 hour'"
            + " from tenant.delivery_202402");
    assertThat(alarmsAfterACheck()).isEmpty();
    Housekeeping.run(Fixtures.operator());
    assertThat(texts("select to_regclass('tenant.delivery_202402')")).containsOnlyNulls();
    run("update control.delivery_due set due_at = now() where tenant_id = '%s'");
    Await.until(
        SOON,
        () -> texts("select subject_id from control.delivery_due where tenant_id = '%s'"),
        List::isEmpty);
    alarmsAfterACheck();
    assertThat(alarmsAfterACheck()).as("what differs twice running is an alarm").isEmpty();
    JsonObject ledger = tenant.api().get("/api/webhooks/ledger").is(200).json();
    assertThat(ledger.getBoolean("balanced")).as(ledger.toString()).isTrue();
    assertThat(ledger.getInt("skipped")).as("what waited was skipped").isEqualTo(1);
  }

  /** Older than anything that is kept. */
  private void oldMonth(String table) {
    run(
        ("create table tenant.%1$s_202402 partition of tenant.%1$s for values from"
                + " (tenant.first_uuid_of('2024-02-01Z')) to (tenant.first_uuid_of('2024-03-01Z'));"
                + " alter table tenant.%1$s_202402 owner to freehold_owner")
            .formatted(table));
  }

  @Test
  void aConnectionCountsInRowsOfItsOwn() throws SQLException {
    String endpoint = endpoint();
    tenant.project();
    Await.until(SOON, () -> count(endpoint, "delivered"), count -> count == 1);
    superuser.setAutoCommit(false);
    run("update tenant.delivery set status = 'exhausted', reason = 'gone' where tenant_id = '%s'");
    assertThat(
            texts(
                "select exhausted from tenant.webhook_ledger where tenant_id = '%s'"
                    + " and shard = pg_backend_pid()"))
        .containsExactly("1");
    superuser.rollback();
  }

  @Test
  void aCheckDoesNotWaitForWhoeverCounts() throws SQLException {
    String endpoint = endpoint();
    tenant.project();
    Await.until(SOON, () -> count(endpoint, "delivered"), count -> count == 1);
    run(
        "insert into tenant.webhook_ledger select '%s', current_date - 30, shard, 0, 0, 0, 0, 0, 0"
            + " from unnest(array[7, 8]) as shard");
    try (Connection counting = Database.asAdministrator()) {
      counting.setAutoCommit(false);
      Database.run(
          counting,
          "select 1 from tenant.webhook_ledger where tenant_id = '%s' and shard = 7 for update"
              .formatted(tenant.id()));
      alarmsAfterACheck();
      assertThat(oldShards()).containsExactly("-1", "7");
    }
    alarmsAfterACheck();
    assertThat(oldShards()).containsExactly("-1");
  }

  @Test
  void aDeliveryWhoseRowWasMovedWhileItWasRecordedLeavesTheQueue() throws SQLException {
    receiver.holdAfter(0);
    endpoint();
    tenant.project();
    Await.until(SOON, () -> receiver.all().size(), calls -> calls == 1);
    try (Connection moving = Database.asAdministrator()) {
      moving.setAutoCommit(false);
      Database.run(
          moving,
          "update control.delivery_due set lease_until = now() + interval '1 hour' where tenant_id = '%s'"
              .formatted(tenant.id()));
      receiver.release();
      Await.until(SOON, () -> texts(WHO_WAITS), waiting -> !waiting.isEmpty());
      moving.commit();
    }
    Await.until(
        SOON,
        () -> texts("select subject_id from control.delivery_due where tenant_id = '%s'"),
        List::isEmpty);
  }

  private List<String> oldShards() {
    return texts(
        "select shard from tenant.webhook_ledger where tenant_id = '%s' and day < current_date - 20"
            + " order by 1");
  }

  private String endpoint() {
    return tenant
        .api()
        .post(
            "/api/webhooks/endpoints",
            Body.of(
                "url",
                receiver.url(),
                "events",
                List.of("project.created"),
                "retry_schedule_seconds",
                List.of(3600)))
        .is(201)
        .id();
  }

  private long count(String endpoint, String status) {
    String path = "/api/webhooks/deliveries?endpoint_id=" + endpoint + "&status=" + status;
    return tenant.api().get(path).is(200).items().stream()
        .filter(one -> one.getInt("attempt_count") > 0)
        .count();
  }

  /** Until it was tried once and is tried again in an hour. */
  private void waiting(String endpoint) {
    Await.until(SOON, () -> count(endpoint, "pending"), count -> count == 1);
  }

  /** Those of the tenant, when its ledger was checked once more. */
  private List<String> alarmsAfterACheck() {
    String before = checkedAt();
    Await.until(
        SOON,
        () -> {
          run(
              "insert into control.work_item as w (id, kind, tenant_id, subject_id, due_at)"
                  + " values (gen_random_uuid(), 'webhook_ledger', '%1$s', '%1$s', now())"
                  + " on conflict (kind, tenant_id, subject_id) do update set due_at = now()"
                  + " where w.lease_until is null");
          return checkedAt();
        },
        now -> !now.equals(before));
    return Fixtures.operator().get("/api/admin/webhooks/alarms").is(200).items().stream()
        .filter(alarm -> alarm.getString("tenant_id").equals(tenant.id()))
        .map(alarm -> alarm.getString("kind"))
        .toList();
  }

  private String checkedAt() {
    return String.join(
        "", texts("select checked_at from tenant.webhook_ledger_check where tenant_id = '%s'"));
  }

  private static String health() {
    return Fixtures.operator()
        .get("/api/health/detailed")
        .is(200)
        .json()
        .getJsonObject("components")
        .getJsonObject("webhook_alarms")
        .getString("status");
  }

  private List<String> texts(String sql) {
    try {
      return Database.texts(superuser, sql.formatted(tenant.id()));
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  private void run(String sql) {
    try {
      Database.run(superuser, sql.formatted(tenant.id()));
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }
}
