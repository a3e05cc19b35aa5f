package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * When nobody can be reached any more the fault is taken for ours: nothing that fails then counts,
 * and few calls are made.
 */
@Timeout(300)
@OwnServers
class NetworkDownIT {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int RECEIVERS = 6;

  /** As many as must be out of reach together, without the one that shows it. */
  private static final int BEFORE_IT_SHOWS = 4;

  private static final int WAITING = 10;

  private final TestTenant tenant = KilledInstallation.newTenant();
  private final Api api = KilledInstallation.owner(tenant);
  private final List<Receiver> receivers = new ArrayList<>();

  @Test
  void whatFailsThenCountsAgainstNobodyAndIsDeliveredWhenTheNetworkIsThereAgain() throws Exception {
    try {
      for (int i = 1; i <= RECEIVERS; i++) {
        Receiver receiver = Receiver.at("127.0.1." + i);
        receivers.add(receiver);
        Object events = List.of("project.created");
        String wanted =
            Body.of(
                "url",
                receiver.url(),
                "events",
                events,
                "retry_schedule_seconds",
                List.of(1, 3600));
        api.post("/api/webhooks/endpoints", wanted).is(201);
      }
      Fixtures.project(api);
      Await.until(SOON, () -> deliveries("delivered"), all -> all.size() == RECEIVERS);
      receivers.forEach(Receiver::close);
      Fixtures.project(api);
      Await.until(SOON, NetworkDownIT::networkDown, "1"::equals);
      int before = attempts();
      List<String> waiting = new ArrayList<>();
      for (int i = 0; i < WAITING; i++) {
        waiting.add(Fixtures.project(api));
      }
      int asked = Await.until(SOON, this::attempts, count -> count >= before + RECEIVERS);
      assertThat(asked)
          .as("calls, of %s that wait", RECEIVERS * WAITING)
          .isLessThan(before + 4 * RECEIVERS);
      assertThat(failing()).isLessThanOrEqualTo(BEFORE_IT_SHOWS);
      assertThat(deliveries("pending"))
          .filteredOn(one -> one.getInt("attempt_count") == 0)
          .hasSizeGreaterThanOrEqualTo(RECEIVERS * WAITING);
      openAgain();
      Await.until(
          SOON, () -> deliveries("delivered"), all -> all.size() == RECEIVERS * (WAITING + 2));
      assertThat(networkDown()).isEqualTo("0");
      assertThat(deliveries("delivered"))
          .allSatisfy(one -> assertThat(one.getInt("attempt_count")).isBetween(1, 2));
      for (Receiver receiver : receivers) {
        assertThat(receiver.all()).extracting(Receiver.Received::id).doesNotHaveDuplicates();
        assertThat(receiver.all()).hasSize(WAITING + 1);
        assertThat(waiting)
            .allMatch(id -> receiver.all().stream().anyMatch(one -> one.body().contains(id)));
      }
    } finally {
      receivers.forEach(Receiver::close);
    }
  }

  private void openAgain() throws IOException {
    for (int i = 0; i < RECEIVERS; i++) {
      receivers.set(i, receivers.get(i).again());
    }
  }

  private int attempts() {
    return api.get("/api/webhooks/attempts?limit=200").is(200).items().size();
  }

  private List<JsonObject> deliveries(String status) {
    return api.get("/api/webhooks/deliveries?limit=200&status=" + status).is(200).items();
  }

  private long failing() throws Exception {
    try (Connection database = KilledInstallation.server().database().administrator().connect()) {
      return Database.count(
          database,
          "select count(*) from tenant.endpoint_health where failing_since is not null and tenant_id = '"
              + tenant.id()
              + "'");
    }
  }

  private static String networkDown() {
    return Api.at(KilledInstallation.server().url())
        .get("/api/metrics")
        .is(200)
        .text()
        .lines()
        .filter(line -> line.startsWith("freehold_webhooks_network_down"))
        .map(line -> line.substring(line.lastIndexOf(' ') + 1).replace(".0", ""))
        .findFirst()
        .orElseThrow();
  }
}
