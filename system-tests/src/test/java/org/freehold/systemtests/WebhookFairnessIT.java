package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.freehold.launcher.FreeholdServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A tenant with a long queue to receivers that hang keeps nobody else waiting. */
class WebhookFairnessIT {
  private static final int QUIET_TENANTS = 20;
  private static final int ROUNDS = 5;
  private static final int NOISY_ENDPOINTS = 40;
  private static final int NOISY_MESSAGES = 40;
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SOON = Duration.ofSeconds(5);

  /** So long each call to a receiver that hangs is waited for. */
  private static final int HANGS_SECONDS = 10;

  /** As long as all calls of the noisy tenant take, one load of the node after the other. */
  private static final Duration VERY_LONG = Duration.ofSeconds(300);

  @Test
  void aLongQueueOfATenantKeepsNoOtherWaiting() throws IOException, SQLException {
    try (Connection database = Database.asAdministrator()) {
      Duration p99 = p99("with turns", Fixtures.shared(), database, LONG);
      assertThat(p99).isLessThan(SOON);
    }
  }

  /** What it would be if who came first were first, on a server of its own. */
  @Test
  @EnabledIfSystemProperty(named = "freehold.proof", matches = "true")
  void withoutTurnsTheyWouldWait() throws IOException, SQLException {
    Map<String, String> variables =
        Map.of(
            "FREEHOLD_WEBHOOKS_TURNS", "false",
            "FREEHOLD_LIMITS_REQUESTS_PER_MINUTE", "100000");
    try (FreeholdServer server =
            Installation.start(Installation.dataFolder("-turnless"), false, variables);
        Connection database = server.database().administrator().connect()) {
      Fixtures fixtures =
          new Fixtures(
              server.url(), server.administratorEmail(), server.generatedPassword().orElseThrow());
      assertThat(p99("without turns", fixtures, database, VERY_LONG)).isGreaterThan(SOON);
    }
  }

  private static Duration p99(String how, Fixtures fixtures, Connection database, Duration patience)
      throws IOException {
    try (Crowd crowd = new Crowd()) {
      TestTenant noisy = fixtures.newTenant();
      List<String> endpoints = hanging(crowd, noisy);
      List<Api> quiet =
          IntStream.range(0, QUIET_TENANTS).mapToObj(i -> quiet(crowd, fixtures)).toList();
      IntStream.range(0, NOISY_MESSAGES).forEach(i -> OwnEvents.send(noisy.api()));
      int all = NOISY_ENDPOINTS * NOISY_MESSAGES;
      Await.until(LONG, () -> waiting(database, noisy), waiting -> waiting == all);
      Map<String, Instant> asked = new ConcurrentHashMap<>();
      for (int round = 0; round < ROUNDS; round++) {
        for (Api api : quiet) {
          Instant now = Instant.now();
          asked.put(OwnEvents.send(api), now);
        }
      }
      Await.until(patience, crowd::arrivals, arrived -> arrived == asked.size());
      List<Duration> took = new ArrayList<>();
      crowd
          .heard()
          .forEach(
              one -> {
                Instant since = asked.get(one.id());
                if (since != null) {
                  took.add(Duration.between(since, one.at()));
                }
              });
      took.sort(Duration::compareTo);
      Duration p99 = took.get(took.size() * 99 / 100 - 1);
      long left = waiting(database, noisy);
      System.out.printf(
          "Quiet tenants beside a noisy one, %s: %d messages, p99 %s, the longest %s; it had %d waiting%n",
          how, took.size(), p99, took.get(took.size() - 1), left);
      assertThat(took).hasSize(QUIET_TENANTS * ROUNDS);
      assertThat(left).as("the long queue is still there").isEqualTo(all);
      endpoints.forEach(one -> noisy.api().delete("/api/webhooks/endpoints/" + one).is(204));
      return p99;
    }
  }

  private static List<String> hanging(Crowd crowd, TestTenant tenant) {
    OwnEvents.register(tenant.api());
    return IntStream.range(0, NOISY_ENDPOINTS)
        .mapToObj(i -> crowd.url(tenant.slug() + i, Crowd.silently(Integer.MAX_VALUE)))
        .map(url -> OwnEvents.endpoint(tenant.api(), url, "timeout_seconds", HANGS_SECONDS))
        .toList();
  }

  private static Api quiet(Crowd crowd, Fixtures fixtures) {
    TestTenant tenant = fixtures.newTenant();
    OwnEvents.register(tenant.api());
    OwnEvents.endpoint(tenant.api(), crowd.url(tenant.slug(), Crowd.well()));
    return tenant.api();
  }

  private static long waiting(Connection database, TestTenant tenant) {
    return Database.count(
        database,
        "select count(*) from control.delivery_due where endpoint_id is not null and tenant_id = '%s'"
            .formatted(tenant.id()));
  }
}
