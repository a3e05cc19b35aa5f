package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of messages that do not arrive at once. */
@Patient
class WebhookRetriesIT {
  private static final Duration SOON = Duration.ofSeconds(60);

  private final TestTenant tenant = Fixtures.tenant();

  @Test
  void whatFailedIsTriedAgainWithTheSameIdUntilItArrives() throws Exception {
    try (Receiver receiver = new Receiver()) {
      receiver.answers(500);
      Answer endpoint = endpoint(receiver.url(), "retry_schedule_seconds", Body.json("[1]"));
      tenant.project();
      Await.until(SOON, () -> receiver.all().size(), calls -> calls >= 2);
      receiver.answers(204);
      JsonObject delivery = ended(endpoint, "delivered").get(0);
      JsonArray attempts = delivery.getJsonArray("attempts");
      assertThat(delivery.getInt("attempt_count")).isEqualTo(attempts.size()).isGreaterThan(2);
      assertThat(delivery.isNull("reason")).isTrue();
      assertThat(delivery.isNull("next_attempt_at")).isTrue();
      for (int i = 0; i < attempts.size(); i++) {
        JsonObject attempt = attempts.getJsonObject(i);
        assertThat(attempt.getInt("number")).isEqualTo(i + 1);
        assertThat(attempt.getString("ip_address")).isEqualTo("127.0.0.1");
        JsonObject headers = attempt.getJsonObject("request_headers");
        assertThat(headers.getString("webhook-id")).isEqualTo(delivery.getString("message_id"));
        assertThat(headers.getString("webhook-signature")).isEqualTo("••••");
        assertThat(attempt.getJsonObject("response_headers")).isNotEmpty();
      }
      assertThat(receiver.all())
          .extracting(Receiver.Received::id)
          .containsOnly(delivery.getString("message_id"));
      assertThat(receiver.all())
          .allSatisfy(
              one ->
                  assertThat(one.headers().get("Freehold-sequence"))
                      .containsExactly(Integer.toString(delivery.getInt("sequence"))));
    }
  }

  @Test
  void whatNeverArrivesIsExhaustedAndNumbersShowTheGap() throws Exception {
    try (Receiver receiver = new Receiver()) {
      receiver.answers(503);
      Answer endpoint =
          endpoint(
              receiver.url(),
              "retry_schedule_seconds",
              Body.json("[1]"),
              "max_retries",
              Body.json("1"));
      tenant.project();
      JsonObject lost = ended(endpoint, "exhausted").get(0);
      assertThat(lost.getString("reason")).isEqualTo("retries_exhausted");
      assertThat(lost.getInt("attempt_count")).isEqualTo(2);
      assertThat(lost.getInt("sequence")).isEqualTo(1);
      receiver.answers(204);
      tenant.project();
      assertThat(ended(endpoint, "delivered").get(0).getInt("sequence")).isEqualTo(2);
    }
  }

  @Test
  void aReceiverIsNotCalledBeforeItsRetryAfter() throws Exception {
    try (Receiver receiver = new Receiver()) {
      receiver.answers(429, "Retry-After", "4");
      endpoint(receiver.url(), "retry_schedule_seconds", Body.json("[1]"));
      tenant.project();
      List<Receiver.Received> calls = Await.until(SOON, receiver::all, all -> all.size() >= 2);
      assertThat(Duration.between(calls.get(0).at(), calls.get(1).at()))
          .isGreaterThanOrEqualTo(Duration.ofMillis(3900));
    }
  }

  @Test
  void aReceiverThatCannotBeReachedIsLeftAloneAndThatCostsNoAttempts() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Answer endpoint =
        endpoint(
            "http://127.0.0.1:" + port + "/hook", "retry_schedule_seconds", Body.json("[3600]"));
    for (int i = 0; i < 5; i++) {
      tenant.project();
    }
    String openUntil =
        Await.until(
            SOON,
            () ->
                text(
                    "select open_until from tenant.endpoint_health where endpoint_id = ?",
                    endpoint),
            until -> until != null);
    String waiting = deliveries(endpoint, "pending").get(0).getString("message_id");
    assertThat(Why.sentence(tenant.api(), waiting, endpoint.id(), "breaker_open"))
        .contains("is left alone until");
    try (Receiver receiver = new Receiver(port)) {
      for (int i = 0; i < 3; i++) {
        tenant.project();
      }
      List<JsonObject> delivered =
          Await.until(SOON, () -> deliveries(endpoint, "delivered"), all -> all.size() == 3);
      assertThat(delivered).allSatisfy(one -> assertThat(one.getInt("attempt_count")).isEqualTo(1));
      Instant until = OffsetDateTime.parse(openUntil.replace(' ', 'T') + ":00").toInstant();
      assertThat(receiver.all().get(0).at()).isAfter(until.minusMillis(100));
    }
  }

  @Test
  void anEndpointThatWantsItSlowlyGetsItSlowly() throws Exception {
    try (Receiver receiver = new Receiver()) {
      Answer endpoint = endpoint(receiver.url(), "rate_limit_per_second", Body.json("2"));
      for (int i = 0; i < 12; i++) {
        tenant.project();
      }
      String last =
          Await.until(SOON, () -> deliveries(endpoint, "pending"), all -> all.size() > 2)
              .get(0)
              .getString("message_id");
      assertThat(Why.sentence(tenant.api(), last, endpoint.id(), "rate_limited"))
          .contains("The endpoint takes 2 calls a second");
      List<Receiver.Received> calls = Await.until(SOON, receiver::all, all -> all.size() == 12);
      assertThat(Duration.between(calls.get(0).at(), calls.get(11).at()))
          .isGreaterThanOrEqualTo(Duration.ofMillis(4500));
      assertThat(
              Await.until(SOON, () -> deliveries(endpoint, "delivered"), all -> all.size() == 12))
          .allSatisfy(one -> assertThat(one.getInt("attempt_count")).isEqualTo(1));
    }
  }

  @Test
  void anEndpointAtWhichNothingArrivesIsWarnedOfAndThenDisabled() throws Exception {
    try (Receiver receiver = new Receiver()) {
      receiver.answers(500);
      Answer endpoint = endpoint(receiver.url(), "retry_schedule_seconds", Body.json("[3600]"));
      failingFor(endpoint, "61 hours");
      tenant.project();
      String failing = "/api/webhooks/messages?type=webhook.endpoint.failing";
      Await.until(SOON, () -> tenant.api().get(failing).is(200), page -> !page.items().isEmpty());
      assertThat(tenant.api().get(endpoint.place()).is(200).string("status")).isEqualTo("enabled");
      failingFor(endpoint, "107 hours");
      tenant.project();
      failingFor(endpoint, "109 hours");
      tenant.project();
      Await.until(SOON, () -> tenant.api().get(failing).is(200).items(), told -> told.size() == 2);
      failingFor(endpoint, "121 hours");
      tenant.project();
      Answer after =
          Await.until(
              SOON,
              () -> tenant.api().get(endpoint.place()).is(200),
              now -> now.string("status").equals("disabled"));
      assertThat(after.string("status_reason")).startsWith("Nothing has arrived since");
      assertThat(
              tenant
                  .api()
                  .get("/api/webhooks/messages?type=webhook.endpoint.disabled")
                  .is(200)
                  .items())
          .hasSize(1);
      assertThat(tenant.api().get(failing).is(200).items())
          .as("told at half of the time and at nine tenths")
          .hasSize(2);
    }
  }

  @Test
  void aTenantWhoseReceiversHangDoesNotHoldUpAnother() throws Exception {
    TestTenant quiet = Fixtures.tenant();
    try (Receiver hanging = new Receiver();
        Receiver prompt = new Receiver()) {
      hanging.holdAfter(0);
      for (int i = 0; i < 10; i++) {
        endpoint(hanging.url(), "timeout_seconds", Body.json("20"));
      }
      for (int i = 0; i < 12; i++) {
        tenant.project();
      }
      Await.until(SOON, () -> hanging.all().size(), calls -> calls >= 50);
      quiet.endpoint(prompt.url());
      quiet.project();
      assertThat(Await.until(SOON, () -> prompt.of("project.created"), all -> !all.isEmpty()))
          .isNotEmpty();
      assertThat(deliveries(tenant, "delivered")).as("they still hang").isEmpty();
      hanging.release();
    }
  }

  private Answer endpoint(String url, Object... more) {
    Object[] fields = new Object[4 + more.length];
    fields[0] = "url";
    fields[1] = url;
    fields[2] = "events";
    fields[3] = Body.json("[\"project.created\"]");
    System.arraycopy(more, 0, fields, 4, more.length);
    return tenant.api().post("/api/webhooks/endpoints", Body.of(fields)).is(201);
  }

  private List<JsonObject> ended(Answer endpoint, String status) {
    return Await.until(SOON, () -> deliveries(endpoint, status), all -> !all.isEmpty());
  }

  private List<JsonObject> deliveries(Answer endpoint, String status) {
    String path = "/api/webhooks/deliveries?endpoint_id=" + endpoint.id() + "&status=" + status;
    return tenant.api().get(path).is(200).items();
  }

  private static List<JsonObject> deliveries(TestTenant tenant, String status) {
    return tenant.api().get("/api/webhooks/deliveries?status=" + status).is(200).items();
  }

  private static String text(String sql, Answer endpoint) {
    try (Connection connection = Database.asAdministrator();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setObject(1, UUID.fromString(endpoint.id()));
      try (var rows = select.executeQuery()) {
        return rows.next() ? rows.getString(1) : null;
      }
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  /** As if nothing had arrived for so long. */
  static void failingFor(Answer endpoint, String time) throws SQLException {
    try (Connection connection = Database.asAdministrator();
        PreparedStatement edited =
            connection.prepareStatement(
                "update tenant.webhook_endpoint set updated_at = now() - interval '30 days' where id = ?");
        PreparedStatement failing =
            connection.prepareStatement(
                "insert into tenant.endpoint_health (tenant_id, endpoint_id, failing_since, consecutive_failures)"
                    + " select tenant_id, id, now() - ?::interval, 9 from tenant.webhook_endpoint where id = ?"
                    + " on conflict (tenant_id, endpoint_id) do update"
                    + " set failing_since = excluded.failing_since, consecutive_failures = 9")) {
      edited.setObject(1, UUID.fromString(endpoint.id()));
      edited.executeUpdate();
      failing.setString(1, time);
      failing.setObject(2, UUID.fromString(endpoint.id()));
      failing.executeUpdate();
    }
  }
}
