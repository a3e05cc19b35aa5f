package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.freehold.systemtests.Database.count;
import static org.freehold.systemtests.TwoNodes.first;
import static org.freehold.systemtests.TwoNodes.second;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.freehold.systemtests.Crowd.Heard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Deliveries of two servers: each made once, made by the other when the node that had them dies,
 * and left alone by a node that stood still while the other made them.
 */
abstract class WebhooksOnTwoNodes {
  private static final Duration LONG = Duration.ofSeconds(120);
  private static final int TENANTS = 3;
  private static final int ENDPOINTS = 10;
  private static final int MESSAGES = Boolean.getBoolean("freehold.proof") ? 1000 : 100;

  /** A lease, a sweep, and what a busy machine adds. */
  private static final Duration TAKEN_OVER = Duration.ofSeconds(12);

  private Crowd crowd;
  private Connection database;

  @BeforeEach
  void listen() throws IOException, SQLException {
    crowd = new Crowd();
    database = first().database().administrator().connect();
  }

  @AfterEach
  void stop() throws SQLException {
    database.close();
    crowd.close();
  }

  @Test
  void withoutACrashNothingIsSentTwice() {
    List<TestTenant> tenants =
        IntStream.range(0, TENANTS).mapToObj(i -> TwoNodes.newTenant()).toList();
    for (TestTenant tenant : tenants) {
      OwnEvents.register(tenant.api());
      for (int i = 0; i < ENDPOINTS; i++) {
        OwnEvents.endpoint(tenant.api(), crowd.url(tenant.slug() + i, Crowd.well()));
      }
    }
    tenants.parallelStream()
        .forEach(
            tenant -> {
              List<Api> nodes =
                  List.of(TwoNodes.of(first(), tenant), TwoNodes.of(second(), tenant));
              IntStream.range(0, MESSAGES).forEach(i -> OwnEvents.send(nodes.get(i % 2)));
            });
    Await.until(LONG, crowd::arrivals, n -> n == TENANTS * ENDPOINTS * MESSAGES);
    tenants.forEach(tenant -> balances(tenant, ENDPOINTS * MESSAGES));
    assertThat(crowd.heard()).hasSize(TENANTS * ENDPOINTS * MESSAGES);
    assertThat(crowd.doubles()).isZero();
    assertThat(nodesOf(tenants.get(0))).as("nodes that took part").isEqualTo(2);
  }

  /**
   * Of any second the rule lets through the rate and a quarter of it, by the moments at which the
   * calls began: a busy machine may hold one up on its way to the receiver.
   */
  @Test
  void bothNodesTogetherCallAnEndpointAsOftenAsItWishes() {
    // Far fewer than are sent meanwhile: so there is a queue that both nodes want to empty.
    int rate = 6;
    int messages = 5 * rate;
    TestTenant tenant = TwoNodes.newTenant();
    OwnEvents.register(tenant.api());
    String url = crowd.url(tenant.slug(), Crowd.well());
    OwnEvents.endpoint(tenant.api(), url, "rate_limit_per_second", rate);
    Instant begun = Instant.now();
    Stream.of(first(), second())
        .parallel()
        .map(node -> TwoNodes.of(node, tenant))
        .forEach(node -> IntStream.range(0, messages / 2).forEach(i -> OwnEvents.send(node)));
    Duration sending = Duration.between(begun, Instant.now());
    Await.until(LONG, crowd::arrivals, n -> n == messages);
    balances(tenant, messages);
    assertThat(ofCalls(tenant, "count(*)")).isEqualTo(messages);
    long most = ofCalls(tenant, "max(within)");
    Duration took =
        Duration.ofMillis(ofCalls(tenant, "extract(epoch from max(at) - min(at)) * 1000"));
    System.out.printf(
        "%d calls a second over two nodes: %d in %d ms, %d in the fullest second%n",
        rate, messages, took.toMillis(), most);
    assertThat(most).as("within any second").isLessThanOrEqualTo(rate * 3 / 2L);
    assertThat(took).isBetween(Duration.ofMillis(4500), sending.plusSeconds(6));
    assertThat(nodesOf(tenant)).as("nodes that took part").isEqualTo(2);
  }

  @Test
  void whatAKilledNodeWasAtIsMadeByTheOtherWithinALeaseAndASweep() {
    TestTenant tenant = TwoNodes.newTenant();
    Api api = TwoNodes.of(second(), tenant);
    OwnEvents.register(api);
    CountDownLatch held = new CountDownLatch(1);
    for (int i = 0; i < ENDPOINTS; i++) {
      String url = crowd.url(tenant.slug() + i, heldBy(held));
      OwnEvents.endpoint(api, url);
    }
    int some = 5;
    IntStream.range(0, some).forEach(i -> OwnEvents.send(api));
    Await.until(LONG, () -> crowd.heard().size(), calls -> calls == ENDPOINTS * some);
    Instant killed = Instant.now();
    TwoNodes.killSecond();
    held.countDown();
    balances(tenant, ENDPOINTS * some);
    Map<String, List<Heard>> calls =
        crowd.heard().stream().collect(Collectors.groupingBy(one -> one.endpoint() + one.id()));
    assertThat(calls).hasSize(ENDPOINTS * some);
    List<Heard> takenOver =
        calls.values().stream().filter(one -> one.size() > 1).map(one -> one.get(1)).toList();
    assertThat(takenOver).as("the killed node was at some").isNotEmpty();
    assertThat(calls.values()).allSatisfy(one -> assertThat(one).hasSizeLessThan(3));
    Instant taken = takenOver.stream().map(Heard::at).min(Instant::compareTo).orElseThrow();
    Instant last = takenOver.stream().map(Heard::at).max(Instant::compareTo).orElseThrow();
    System.out.printf(
        "Webhooks of a killed node: %d were made by the other, the last %d ms after the kill%n",
        takenOver.size(), Duration.between(killed, last).toMillis());
    assertThat(Duration.between(killed, taken)).isLessThan(TAKEN_OVER);
    assertThat(Duration.between(taken, last)).as("making them").isLessThan(TAKEN_OVER);
    TwoNodes.startSecondAgain();
  }

  /** Stopped between its claim and its calls, and in the middle of a call. */
  @Test
  void aNodeThatStoodStillBeginsNothingThatAnotherHas() throws SQLException {
    TestTenant tenant = TwoNodes.newTenant();
    Api api = TwoNodes.of(second(), tenant);
    OwnEvents.register(api);
    int some = 6;
    String late = tenant.slug() + "late";
    String lateId =
        OwnEvents.endpointOf(
            1, api, crowd.url(late, Crowd.firstly(some, 500)), "retry_schedule_seconds", HOURLY);
    IntStream.range(0, some).forEach(i -> send(api, 1));
    waiting(lateId, some);
    CountDownLatch held = new CountDownLatch(1);
    String open = tenant.slug() + "open";
    String openId =
        OwnEvents.endpointOf(
            2, api, crowd.url(open, refusingAfter(held)), "retry_schedule_seconds", HOURLY);
    TwoNodes.freeze(first(), "tenant.webhook_endpoint", database);
    try (Connection lock = first().database().administrator().connect()) {
      send(api, 2);
      Await.until(LONG, () -> crowd.heard(open).size(), calls -> calls == 1);
      lock.setAutoCommit(false);
      Database.run(lock, "set local lock_timeout = '10s'");
      Database.run(lock, "lock table tenant.webhook_endpoint in access exclusive mode");
      Database.run(
          database,
          "update control.delivery_due set due_at = now() where endpoint_id = '" + lateId + "'");
      Await.until(LONG, () -> leased(lateId), leased -> leased == some);
      TwoNodes.signal("-STOP", second());
      TwoNodes.thaw(first());
      lock.rollback();
      Await.until(LONG, () -> crowd.heard(late).size(), calls -> calls == 2 * some);
      Await.until(LONG, () -> crowd.heard(open).size(), calls -> calls == 2);
      waiting(openId, 1);
    } finally {
      TwoNodes.thaw(first());
      TwoNodes.thaw(second());
      held.countDown();
    }
    String ofOpen = ofDeliveriesTo(openId);
    Await.until(
        LONG,
        () -> count(database, "select count(*) from tenant.delivery_attempt a" + ofOpen),
        attempts -> attempts == 2);
    // Alone, it must do this one itself: what it was at before is over then.
    TwoNodes.signal("-STOP", first());
    try {
      send(api, 1);
      Await.until(LONG, () -> crowd.heard(late).size(), calls -> calls > 2 * some);
    } finally {
      TwoNodes.thaw(first());
    }
    assertThat(crowd.heard(late)).as("nothing once more").hasSize(2 * some + 1);
    assertThat(
            count(
                database,
                "select count(*) from tenant.delivery_attempt a" + ofOpen + " and number is null"))
        .as("the attempt of the node that stood still is told, and counts for nothing")
        .isEqualTo(1);
    assertThat(
            count(
                database,
                "select count(*) from tenant.delivery d join control.delivery_due q"
                    + " on q.tenant_id = d.tenant_id and q.subject_id = d.id where d.endpoint_id = '"
                    + openId
                    + "' and d.attempt_count = 1 and d.next_attempt_at = q.due_at"))
        .as("what the other node said stands")
        .isEqualTo(1);
  }

  private static final List<Integer> HOURLY = List.of(3600);

  private static void send(Api api, int lane) {
    api.post("/api/webhooks/messages", OwnEvents.message(lane, Fixtures.unique("one"))).is(202);
  }

  private static Crowd.Manner heldBy(CountDownLatch latch) {
    return nth -> {
      latch.await();
      return 204;
    };
  }

  /** The first call waits, and nobody is let in. */
  private static Crowd.Manner refusingAfter(CountDownLatch latch) {
    return nth -> {
      if (nth == 1) {
        latch.await();
      }
      return 500;
    };
  }

  /** Until so many of the endpoint were tried once more, and are tried again in an hour. */
  private void waiting(String endpoint, int many) {
    Await.until(
        LONG,
        () ->
            count(
                database,
                "select count(*) from control.delivery_due where endpoint_id = '%s'"
                        .formatted(endpoint)
                    + " and lease_until is null and due_at > now() + interval '30 minutes'"),
        waiting -> waiting == many);
  }

  private long leased(String endpoint) {
    return count(
        database,
        "select count(*) from control.delivery_due where endpoint_id = '%s'".formatted(endpoint)
            + " and lease_until > now()");
  }

  private static String ofDeliveriesTo(String endpoint) {
    return " where a.delivery_id in (select id from tenant.delivery where endpoint_id = '%s')"
        .formatted(endpoint);
  }

  /**
   * Of the moments at which its calls began, by the clock of both nodes, each with how many there
   * are within a second from it.
   */
  private long ofCalls(TestTenant tenant, String what) {
    return count(
        database,
        ("select (%s)::bigint from (select attempted_at as at, count(*) over (order by attempted_at"
                + " range between current row and interval '999999 microseconds' following) as within"
                + " from tenant.delivery_attempt where tenant_id = '%s') calls")
            .formatted(what, tenant.id()));
  }

  private long nodesOf(TestTenant tenant) {
    return count(
        database,
        "select count(distinct node) from tenant.delivery_attempt where tenant_id = '%s'"
            .formatted(tenant.id()));
  }

  /** Until the ledger says that all of them arrived. */
  private static void balances(TestTenant tenant, int deliveries) {
    Api api = TwoNodes.of(first(), tenant);
    JsonObject ledger =
        Await.until(
            LONG,
            () -> api.get("/api/webhooks/ledger").is(200).json(),
            seen -> seen.getInt("delivered") == deliveries && seen.getInt("pending") == 0);
    assertThat(ledger.getBoolean("balanced")).as(ledger.toString()).isTrue();
    assertThat(ledger.getInt("created")).as(ledger.toString()).isEqualTo(deliveries);
  }
}
