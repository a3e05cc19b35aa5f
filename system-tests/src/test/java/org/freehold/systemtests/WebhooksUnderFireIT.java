package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.freehold.systemtests.Crowd.Arrived;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Ends the server with its broker, and the database under it, in the middle of deliveries: every
 * message that was acknowledged arrives wherever it should, and twice only with the same id.
 */
@Timeout(3600)
@OwnServers
class WebhooksUnderFireIT {
  /** The long form, with -Pproof. */
  private static final boolean PROOF = Boolean.getBoolean("freehold.proof");

  private static final int MESSAGES = PROOF ? 50_000 : 2000;
  private static final int KILLS = PROOF ? 12 : 2;
  private static final Duration LONG = Duration.ofMinutes(PROOF ? 30 : 4);

  /** What a node has sent, or is sending, and has not recorded. */
  private static final int IN_HAND = 800;

  private static final int REPLAYED = 300;

  private Crowd crowd;

  @BeforeEach
  void listen() throws IOException {
    crowd = new Crowd();
  }

  @AfterEach
  void stop() {
    crowd.close();
  }

  @Test
  void everyMessageThatWasAcknowledgedArrivesWhateverIsKilled() throws Exception {
    FireLoad load = new FireLoad(crowd);
    load.begin(MESSAGES);
    int expected = MESSAGES * FireLoad.RECEIVERS_OF_A_MESSAGE;
    for (int kill = 1; kill <= KILLS; kill++) {
      int enough = expected / (KILLS + 1) * kill;
      Await.until(LONG, crowd::arrivals, arrived -> arrived >= enough);
      assertThat(crowd.arrivals()).as("the kill came amid the deliveries").isLessThan(expected);
      if (kill % 2 == 0) {
        KilledInstallation.killDatabase();
        KilledInstallation.startDatabaseAgain();
      } else {
        KilledInstallation.kill();
        KilledInstallation.startAgain();
        load.goOn();
      }
    }
    Set<Arrived> wanted = load.wanted();
    assertThat(wanted).hasSize(expected);
    Await.until(LONG, crowd::arrivals, arrived -> arrived >= expected);
    assertThat(crowd.arrived().keySet()).isEqualTo(wanted);
    load.tenants().forEach(tenant -> balances(tenant, expected / load.tenants().size()));
    for (String endpoint : load.endpoints()) {
      long last = wanted.stream().filter(one -> one.endpoint().equals(endpoint)).count();
      assertThat(crowd.numbers(endpoint))
          .isEqualTo(LongStream.rangeClosed(1, last).boxed().collect(Collectors.toSet()));
    }
    System.out.printf(
        "Webhooks under fire: %d messages to %d endpoints, %d deliveries, %d calls, %d kills,"
            + " %d arrived twice%n",
        MESSAGES, load.endpoints().size(), expected, crowd.heard().size(), KILLS, crowd.doubles());
    assertThat(crowd.doubles()).isLessThanOrEqualTo(KILLS * IN_HAND);
  }

  @Test
  void aReplayGoesOnWhereItWasKilled() {
    TestTenant tenant = KilledInstallation.newTenant();
    OwnEvents.register(tenant.api());
    String endpoint =
        OwnEvents.endpoint(
            tenant.api(), crowd.url(tenant.slug(), Crowd.firstly(REPLAYED, 500)), "max_retries", 0);
    List<String> sent =
        IntStream.range(0, REPLAYED).mapToObj(i -> OwnEvents.send(tenant.api())).toList();
    Await.until(LONG, () -> ledger(tenant).getInt("exhausted"), gone -> gone == REPLAYED);
    String everything = Body.of("endpoint_id", endpoint, "rate_per_minute", 3000);
    String place =
        "/api/webhooks/replays/"
            + tenant.api().post("/api/webhooks/replays", everything).is(202).id();
    Await.until(LONG, crowd::arrivals, arrived -> arrived >= REPLAYED / 5);
    KilledInstallation.kill();
    assertThat(crowd.arrivals()).as("the kill came amid the replay").isLessThan(REPLAYED);
    KilledInstallation.startAgain();
    Api owner = KilledInstallation.owner(tenant);
    JsonObject replay =
        Await.until(
            LONG,
            () -> owner.get(place).is(200).json(),
            seen -> seen.getString("status").equals("completed"));
    assertThat(replay.getInt("total")).isEqualTo(REPLAYED);
    assertThat(replay.getInt("delivered")).isEqualTo(REPLAYED);
    assertThat(crowd.arrived().keySet().stream().map(Arrived::id))
        .containsExactlyInAnyOrderElementsOf(sent);
    JsonObject ledger = ledger(tenant);
    assertThat(ledger.getInt("created")).as("each made once more").isEqualTo(2 * REPLAYED);
    assertThat(ledger.getBoolean("balanced")).as(ledger.toString()).isTrue();
    assertThat(crowd.doubles()).isLessThanOrEqualTo(IN_HAND);
    System.out.printf(
        "A replay of %d that was killed: %d arrived twice%n", REPLAYED, crowd.doubles());
  }

  private static JsonObject ledger(TestTenant tenant) {
    return KilledInstallation.owner(tenant).get("/api/webhooks/ledger").is(200).json();
  }

  /** Until all that was made of the tenant's messages is on record as delivered. */
  private static void balances(TestTenant tenant, int deliveries) {
    Api owner = KilledInstallation.owner(tenant);
    JsonObject ledger =
        Await.until(
            LONG,
            () -> owner.get("/api/webhooks/ledger").is(200).json(),
            seen -> seen.getInt("pending") == 0 && seen.getInt("delivered") == deliveries);
    assertThat(ledger.getBoolean("balanced")).as(ledger.toString()).isTrue();
    assertThat(ledger.getInt("created")).as(ledger.toString()).isEqualTo(deliveries);
  }
}
