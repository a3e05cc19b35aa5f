package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.freehold.launcher.FreeholdServer;
import org.freehold.systemtests.Receiver.Received;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What the broker is for, and what it is not: with the sweep out of the way its messages do the
 * work, without it the sweep does.
 */
@Timeout(600)
@Patient
class WakeUpIT {
  private static final int SOME = 20;
  private static final int MANY = Boolean.getBoolean("freehold.proof") ? 5000 : 200;
  private static final Duration SOON = Duration.ofSeconds(2);

  @Test
  void withTheSweepAnHourAwayTheMessagesDoTheWork() throws IOException {
    Path data = Installation.dataFolder("-no-sweep");
    Map<String, String> hourly = Map.of("FREEHOLD_WORK_SWEEP_SECONDS", "3600");
    try (FreeholdServer server = Installation.start(data, false, hourly);
        Receiver receiver = new Receiver()) {
      TestTenant tenant = tenant(server);
      // The first sweep comes a second after the start, and the next only in an hour.
      tenant.endpoint(receiver.url());
      List<Duration> took = new ArrayList<>();
      for (int i = 0; i < MANY; i++) {
        Instant asked = Instant.now();
        String project = tenant.project();
        Received came =
            Await.until(Duration.ofSeconds(10), () -> last(receiver), one -> is(one, project));
        took.add(Duration.between(asked, came.at()));
      }
      Duration p99 = took.stream().sorted().toList().get(MANY * 99 / 100 - 1);
      System.out.printf("From the request to the receiver, with no sweep: p99 %s%n", p99);
      assertThat(p99).isLessThan(SOON);
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

  private static Received last(Receiver receiver) {
    List<Received> all = receiver.of("project.created");
    return all.isEmpty() ? null : all.get(all.size() - 1);
  }

  private static boolean is(Received one, String project) {
    return one != null && one.body().contains(project);
  }

  private static boolean has(Receiver receiver, String project) {
    return receiver.of("project.created").stream().anyMatch(one -> one.body().contains(project));
  }

  private static TestTenant tenant(FreeholdServer server) {
    String password = server.generatedPassword().orElseThrow();
    return new Fixtures(server.url(), server.administratorEmail(), password).newTenant();
  }
}
