package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
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
  private static final int SOME = 6;
  private static final int MANY = Boolean.getBoolean("freehold.proof") ? 1000 : 100;
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration RARELY = Duration.ofSeconds(6);

  /** What begins when another has arrived waits nearly as long as that for the sweep. */
  private static final Duration AT_ONCE = Duration.ofSeconds(3);

  private static final long PAUSE_NANOS = Duration.ofMillis(150).toNanos();

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
        took.add(took(tenant, receiver));
      }
      Duration p99 = took.stream().sorted().toList().get(MANY * 99 / 100 - 1);
      System.out.printf("From the request to the receiver, with no sweep: p99 %s%n", p99);
      assertThat(p99).isLessThan(SOON);
    }
  }

  /** With a sweep that is rare enough to be told from the broker's messages. */
  @Test
  void aBrokerThatIsAwayDelaysAndLosesNothingAndIsUsedWhenItIsThere() throws Exception {
    Path data = Installation.dataFolder("-broker");
    try (Broker broker = new Broker()) {
      Map<String, String> outside =
          Map.of(
              "FREEHOLD_BROKER_URL",
              broker.url(),
              "FREEHOLD_WORK_SWEEP_SECONDS",
              Long.toString(RARELY.toSeconds()));
      try (FreeholdServer server = Installation.start(data, false, outside);
          Receiver receiver = new Receiver()) {
        TestTenant tenant = tenant(server);
        Api operator = operator(server);
        tenant.endpoint(receiver.url());
        isReadyWithout(server, operator);
        arrived(tenant.project(), receiver);
        broker.begin();
        isUsed(operator, tenant, receiver);
        try (Flow flow = new Flow(tenant)) {
          broker.beMute();
          Await.until(LONG, () -> broker(operator), "down"::equals);
          flow.arrives(receiver);
          broker.goAway();
          flow.arrives(receiver);
          isReadyWithout(server, operator);
        }
        broker.begin();
        isUsed(operator, tenant, receiver);
        assertThat(receiver.of("project.created").stream().map(Received::id))
            .as("nothing came twice")
            .doesNotHaveDuplicates();
      }
    }
  }

  private static void isReadyWithout(FreeholdServer server, Api operator) {
    assertThat(broker(operator)).isEqualTo("down");
    Api.at(server.url()).get("/api/health/readiness").is(200);
  }

  /** The server's adapter connects again by itself, after a while. */
  private static void isUsed(Api operator, TestTenant tenant, Receiver receiver) {
    Await.until(LONG, () -> took(tenant, receiver), took -> took.compareTo(AT_ONCE) < 0);
    for (int i = 0; i < SOME; i++) {
      assertThat(took(tenant, receiver)).isLessThan(AT_ONCE);
    }
    assertThat(broker(operator)).isEqualTo("up");
  }

  /** Somebody who makes projects all the time, each of which must be taken quickly. */
  private static final class Flow implements AutoCloseable {
    private final List<String> made = new CopyOnWriteArrayList<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final CompletableFuture<Void> making;

    Flow(TestTenant tenant) {
      making =
          CompletableFuture.runAsync(
              () -> {
                int slow = 0;
                while (!over.get()) {
                  Instant asked = Instant.now();
                  made.add(tenant.project());
                  boolean soon = Duration.between(asked, Instant.now()).compareTo(SOON) < 0;
                  slow = soon ? 0 : slow + 1;
                  // Who waited for the broker would wait each time.
                  assertThat(slow).as("slow requests in a row").isLessThan(3);
                  LockSupport.parkNanos(PAUSE_NANOS);
                }
              });
    }

    /** What was made up to now, and there must be something, arrives while it goes on. */
    void arrives(Receiver receiver) {
      int before = made.size();
      Await.until(LONG, made::size, now -> now > before);
      List<String> all = List.copyOf(made);
      Await.until(
          LONG, () -> all.stream().filter(one -> !has(receiver, one)).toList(), List::isEmpty);
    }

    @Override
    public void close() {
      over.set(true);
      making.join();
    }
  }

  /** From the request to the receiver. */
  private static Duration took(TestTenant tenant, Receiver receiver) {
    Instant asked = Instant.now();
    return Duration.between(asked, arrived(tenant.project(), receiver).at());
  }

  private static Received arrived(String project, Receiver receiver) {
    return Await.until(LONG, () -> of(receiver, project), Optional::isPresent).orElseThrow();
  }

  private static Api operator(FreeholdServer server) {
    return Api.at(server.url())
        .in("platform")
        .signedIn(server.administratorEmail(), server.generatedPassword().orElseThrow());
  }

  private static String broker(Api operator) {
    return operator
        .get("/api/health/detailed")
        .is(200)
        .json()
        .getJsonObject("components")
        .getJsonObject("broker")
        .getString("status");
  }

  private static boolean has(Receiver receiver, String project) {
    return of(receiver, project).isPresent();
  }

  /** What others wait for may come after it. */
  private static Optional<Received> of(Receiver receiver, String project) {
    return receiver.of("project.created").stream()
        .filter(one -> one.body().contains(project))
        .findFirst();
  }

  private static TestTenant tenant(FreeholdServer server) {
    String password = server.generatedPassword().orElseThrow();
    return new Fixtures(server.url(), server.administratorEmail(), password).newTenant();
  }
}
