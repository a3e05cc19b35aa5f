package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.freehold.launcher.FreeholdServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What the broker is for, and what it is not: with the sweep out of the way its messages do the
 * work, without it the sweep does, and what a killed server left behind is delivered by the next.
 */
@Timeout(600)
@OwnServers
class WakeUpIT {
  private static final int SOME = 20;
  private static final int MANY = 300;
  private static final Duration LONG = Duration.ofSeconds(120);

  @Test
  void withTheSweepAnHourAwayTheMessagesDoTheWork() throws IOException {
    Path data = Installation.dataFolder("-no-sweep");
    Map<String, String> hourly = Map.of("FREEHOLD_WORK_SWEEP_SECONDS", "3600");
    try (FreeholdServer server = Installation.start(data, false, hourly);
        Receiver receiver = new Receiver()) {
      TestTenant tenant = tenant(server);
      // The first sweep comes a second after the start, and the next only in an hour.
      tenant.endpoint(receiver.url());
      for (int i = 0; i < SOME; i++) {
        String project = tenant.project();
        Await.until(Duration.ofSeconds(5), () -> has(receiver, project), Boolean::booleanValue);
      }
    }
  }

  @Test
  void withoutABrokerTheSweepDelivers() throws IOException {
    Path data = Installation.dataFolder("-no-broker");
    Map<String, String> dead = Map.of("FREEHOLD_BROKER_URL", "tcp://127.0.0.1:1");
    try (FreeholdServer server = Installation.start(data, false, dead);
        Receiver receiver = new Receiver()) {
      TestTenant tenant = tenant(server);
      tenant.endpoint(receiver.url());
      List<String> projects = IntStream.range(0, SOME).mapToObj(i -> tenant.project()).toList();
      for (String project : projects) {
        Await.until(Duration.ofSeconds(30), () -> has(receiver, project), Boolean::booleanValue);
      }
      assertThat(Api.at(server.url()).get("/api/health/readiness").status()).isEqualTo(200);
    }
  }

  @Test
  void whatAKilledServerLeftBehindIsDeliveredByTheNext() throws IOException {
    Set<String> projects = new HashSet<>();
    try (Receiver receiver = new Receiver()) {
      TestTenant tenant = KilledInstallation.newTenant();
      tenant.endpoint(receiver.url());
      receiver.holdAfter(MANY / 3);
      for (int i = 0; i < MANY; i++) {
        projects.add(tenant.project());
      }
      Await.until(LONG, () -> receiver.of("project.created").size(), n -> n > MANY / 3);
      KilledInstallation.kill();
      int before = receiver.of("project.created").size();
      assertThat(before).as("the kill came amid the deliveries").isLessThan(MANY);
      receiver.release();
      KilledInstallation.startAgain();
      Await.until(
          LONG,
          () -> projects.stream().filter(project -> has(receiver, project)).count(),
          arrived -> arrived == MANY);
      long different =
          receiver.of("project.created").stream().map(Receiver.Received::id).distinct().count();
      assertThat(different).as("one message each, %s before the kill", before).isEqualTo(MANY);
    }
  }

  private static boolean has(Receiver receiver, String project) {
    return receiver.of("project.created").stream().anyMatch(one -> one.body().contains(project));
  }

  private static TestTenant tenant(FreeholdServer server) {
    String password = server.generatedPassword().orElseThrow();
    return new Fixtures(server.url(), server.administratorEmail(), password).newTenant();
  }
}
