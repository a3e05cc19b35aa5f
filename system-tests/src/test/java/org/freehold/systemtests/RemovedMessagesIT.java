package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Old messages go while somebody sends them again, or places a hold. */
class RemovedMessagesIT {
  private static final String HOLDS = "/api/compliance/holds";
  private static final Duration SOON = Duration.ofSeconds(30);

  private final TestTenant tenant = Fixtures.tenant("tier", "enterprise");
  private Connection superuser;
  private Connection watching;
  private Connection other;
  private String pidOfOther;
  private OldMessages messages;

  @BeforeEach
  void connect() throws SQLException {
    superuser = Database.asAdministrator();
    watching = Database.asAdministrator();
    other = Database.asAdministrator();
    pidOfOther = Database.pid(other);
    messages = new OldMessages(superuser, tenant);
  }

  @AfterEach
  void close() throws SQLException {
    other.close();
    watching.close();
    superuser.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"one", "many"})
  void whatIsBeingSentAgainStaysAndTheRestGoes(String replayed) throws SQLException, IOException {
    try (Receiver receiver = new Receiver()) {
      String endpoint = endpointThatMissed("again", receiver);
      messages.add("old", 40, "delivered", "{}");
      CompletableFuture<Answer> asked;
      // It has made the delivery, or is about to, and has not committed.
      try (Gate gate =
          Gate.before(
              superuser,
              "insert or update",
              "tenant.webhook_replay",
              "new.made > 0 and new.tenant_id = '" + tenant.id() + "'")) {
        asked = CompletableFuture.supplyAsync(replay(replayed, endpoint));
        Await.until(SOON, gate::waiting, count -> count > 0);
        assertThat(removed()).isEqualTo(1);
        assertThat(messages.left()).containsExactly("again");
        assertThat(messages.attempts("again")).isEqualTo(1);
      }
      asked.join().is(202);
      Await.until(SOON, () -> receiver.all().size(), calls -> calls == 1);
      assertThat(removed()).as("it was sent again since").isZero();
      assertThat(messages.leftovers()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"one", "many"})
  void whatIsBeingRemovedIsNotSentAgain(String replayed) throws SQLException, IOException {
    try (Receiver receiver = new Receiver()) {
      String endpoint = endpointThatMissed("going", receiver);
      Supplier<Answer> replay = replay(replayed, endpoint);
      CompletableFuture<Long> removed;
      CompletableFuture<Answer> asked;
      try (Gate gate =
          Gate.before(
              superuser, "delete", "tenant.message", "old.tenant_id = '" + tenant.id() + "'")) {
        removed = CompletableFuture.supplyAsync(this::removedNow);
        Await.until(SOON, gate::waiting, count -> count > 0);
        asked = CompletableFuture.supplyAsync(replay);
        Await.until(SOON, this::waiting, count -> count > 0);
      }
      assertThat(removed.join()).isEqualTo(1);
      if (replayed.equals("one")) {
        asked.join().isProblem(404, "not_found");
      } else {
        String run = "/api/webhooks/replays/" + asked.join().is(202).id();
        Await.until(
            SOON, () -> tenant.api().get(run).is(200).string("status"), "completed"::equals);
      }
      assertThat(messages.left()).isEmpty();
      assertThat(receiver.all()).isEmpty();
    }
  }

  /** An endpoint whose delivery of an old message was given up. */
  private String endpointThatMissed(String message, Receiver receiver) throws SQLException {
    String wanted = Body.of("url", receiver.url(), "events", List.of("project.created"));
    String endpoint = tenant.api().post("/api/webhooks/endpoints", wanted).is(201).id();
    messages.add(message, 40, "exhausted", "{}");
    messages.sentTo(endpoint, message);
    return endpoint;
  }

  private long removedNow() {
    try {
      return removed();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Supplier<Answer> replay(String replayed, String endpoint) {
    if (replayed.equals("many")) {
      return () -> tenant.api().post("/api/webhooks/replays", Body.of("endpoint_id", endpoint));
    }
    String dead = "/api/webhooks/deliveries?endpoint_id=" + endpoint;
    String delivery = tenant.api().get(dead).is(200).each("id").get(0);
    return () -> tenant.api().post("/api/webhooks/deliveries/" + delivery + "/replay");
  }

  private long removed() throws SQLException {
    Database.run(other, "set app.tenant_id = '" + tenant.id() + "'");
    return Database.count(
        other,
        "select removed from tenant.remove_messages('00000000-0000-0000-0000-000000000000',"
            + " now() - interval '31 days', 1000)");
  }

  @Test
  void whatOneBatchKeptTheNextDoesNotAskAgain() throws SQLException {
    String project = tenant.project();
    String hold = hold(project);
    tenant.api().put("/api/compliance/retention/webhook_messages", Body.of("days", 31)).is(200);
    messages.add("held", 50, "delivered", Body.of("project_id", project));
    messages.addMany("free", 40, 1001);
    CompletableFuture<Void> job;
    try (Gate gate =
        Gate.before(
            superuser, "delete", "tenant.message", "old.tenant_id = '" + tenant.id() + "'")) {
      job = CompletableFuture.runAsync(() -> Housekeeping.run(Fixtures.operator()));
      // It comes to the newest tenant last.
      Await.until(Duration.ofMinutes(2), gate::waiting, count -> count > 0);
      release(hold);
    }
    job.join();
    assertThat(messages.left()).containsExactly("held");
    Housekeeping.run(Fixtures.operator());
    assertThat(messages.left()).isEmpty();
  }

  private String hold(String project) {
    return tenant
        .api()
        .post(HOLDS, Body.of("name", "Case", "reason", "R", "project_id", project))
        .is(201)
        .id();
  }

  private void release(String hold) {
    Api second = tenant.newUser("tenant_admin").api();
    second.post(HOLDS + "/" + hold + "/release", Body.of("reason", "Over")).is(200);
  }

  @Test
  void aHoldIsPlacedWhileMonthsAreLookedThroughAndCounts() throws SQLException {
    String project = tenant.project();
    messages.month("202405");
    messages.addOn("held", "2024-05-10Z", "delivered", Body.of("project_id", project));
    other.setAutoCommit(false);
    // Attempts and deliveries are looked at before.
    Database.run(other, "lock table tenant.message_202405 in access exclusive mode");
    CompletableFuture<Long> dropped = CompletableFuture.supplyAsync(this::renewed);
    Await.until(SOON, this::waiting, count -> count > 0);
    String hold = hold(project);
    assertThat(dropped).isNotDone();
    other.rollback();
    dropped.join();
    assertThat(messages.left()).containsExactly("held");
    assertThat(messages.attempts("held")).isEqualTo(1);
    release(hold);
    assertThat(renewed()).isGreaterThanOrEqualTo(3);
    assertThat(messages.left()).isEmpty();
  }

  /** Whoever sends messages takes the same tables in another order. */
  @Test
  void whoeverNeedsATableOfAMonthThatGoesGetsItAtOnce() throws SQLException {
    messages.month("202404");
    other.setAutoCommit(false);
    Database.run(other, "lock table tenant.message in row exclusive mode");
    CompletableFuture<Long> dropped = CompletableFuture.supplyAsync(this::renewed);
    Await.until(SOON, this::waiting, count -> count > 0);
    Database.run(other, "set local lock_timeout = '500ms'");
    for (String table : List.of("delivery", "delivery_attempt")) {
      Database.run(other, "lock table tenant." + table + " in row exclusive mode");
    }
    assertThat(dropped).isNotDone();
    other.rollback();
    assertThat(dropped.join()).isGreaterThanOrEqualTo(3);
  }

  private long renewed() {
    return Database.count(superuser, "select tenant.renew_message_partitions(90)");
  }

  /** How many wait for what the other connection has locked. */
  private long waiting() {
    return Database.waitingFor(watching, pidOfOther);
  }
}
