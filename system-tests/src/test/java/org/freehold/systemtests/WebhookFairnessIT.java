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
import org.junit.jupiter.api.Test;

/** A tenant with a long queue to receivers that hang keeps nobody else waiting. */
class WebhookFairnessIT {
  private static final int QUIET_TENANTS = 20;
  private static final int ROUNDS = 5;
  private static final int NOISY_ENDPOINTS = 40;
  private static final int NOISY_MESSAGES = 40;
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SOON = Duration.ofSeconds(5);

  @Test
  void aLongQueueOfATenantKeepsNoOtherWaiting() throws IOException, SQLException {
    try (Crowd crowd = new Crowd();
        Connection database = Database.asAdministrator()) {
      TestTenant noisy = Fixtures.tenant();
      List<String> endpoints = hanging(crowd, noisy);
      List<Api> quiet = IntStream.range(0, QUIET_TENANTS).mapToObj(i -> quiet(crowd)).toList();
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
      Await.until(LONG, crowd::arrivals, arrived -> arrived == asked.size());
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
          "Quiet tenants beside a noisy one: %d messages, p99 %s, the longest %s; it had %d waiting%n",
          took.size(), p99, took.get(took.size() - 1), left);
      assertThat(took).hasSize(QUIET_TENANTS * ROUNDS);
      assertThat(p99).isLessThan(SOON);
      assertThat(left).as("the long queue is still there").isEqualTo(all);
      endpoints.forEach(one -> noisy.api().delete("/api/webhooks/endpoints/" + one).is(204));
    }
  }

  private static List<String> hanging(Crowd crowd, TestTenant tenant) {
    OwnEvents.register(tenant.api());
    return IntStream.range(0, NOISY_ENDPOINTS)
        .mapToObj(i -> crowd.url(tenant.slug() + i, Crowd.silently(Integer.MAX_VALUE)))
        .map(url -> OwnEvents.endpoint(tenant.api(), url))
        .toList();
  }

  private static Api quiet(Crowd crowd) {
    TestTenant tenant = Fixtures.tenant();
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
