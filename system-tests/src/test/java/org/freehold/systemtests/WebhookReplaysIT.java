package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What did not arrive is sent again: one, many, or by itself. */
@Patient
class WebhookReplaysIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String REPLAYS = "/api/webhooks/replays";

  private final TestTenant tenant = Fixtures.tenant();
  private Receiver receiver;

  @BeforeEach
  void listen() throws IOException {
    receiver = new Receiver();
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  @Test
  void oneIsSentAgainWithTheSameId() {
    String endpoint = endpoint();
    tenant.project();
    JsonObject first = ended(endpoint, "delivered", 1).get(0);
    String place = "/api/webhooks/deliveries/" + first.getString("id") + "/replay";
    tenant.as("manager").post(place).isProblem(403, "permission_required");
    Answer again = tenant.api().post(place).is(202);
    assertThat(again.string("message_id")).isEqualTo(first.getString("message_id"));
    assertThat(again.isNull("replay_id")).isFalse();
    Await.until(SOON, () -> receiver.all().size(), size -> size == 2);
    assertThat(receiver.all().get(1).id()).isEqualTo(receiver.all().get(0).id());
    assertThat(receiver.all().get(1).body()).isEqualTo(receiver.all().get(0).body());
    completed(REPLAYS + "/" + again.string("replay_id"), 1);
    assertThat(actions()).contains("webhook_delivery.replayed");
  }

  @Test
  void whatIsOnItsWayOrToNobodyIsNotSentAgain() {
    receiver.answers(500);
    String endpoint = endpoint("retry_schedule_seconds", List.of(3600));
    tenant.project();
    JsonObject pending = ended(endpoint, "pending", 1).get(0);
    String place = "/api/webhooks/deliveries/" + pending.getString("id") + "/replay";
    tenant.api().post(place).isProblem(409, "delivery_pending");
    tenant.api().patch("/api/webhooks/endpoints/" + endpoint, Body.of("status", "paused")).is(200);
    tenant.api().post(place).isProblem(409, "endpoint_not_enabled");
    tenant
        .api()
        .post(REPLAYS, Body.of("endpoint_id", endpoint))
        .isProblem(409, "endpoint_not_enabled");
    tenant.api().post(REPLAYS, Body.of("status", List.of("pending"))).isProblem(400, "invalid");
  }

  @Test
  void allThatFailedIsSentAgainOnce() {
    receiver.answers(500);
    String endpoint = endpoint("max_retries", 0);
    int some = 5;
    for (int i = 0; i < some; i++) {
      tenant.project();
    }
    ended(endpoint, "exhausted", some);
    receiver.answers(204);
    String failed = Body.of("endpoint_id", endpoint, "rate_per_minute", 6000);
    JsonObject preview = tenant.api().post(REPLAYS + "/preview", failed).is(200).json();
    assertThat(preview.getInt("count")).isEqualTo(some);
    assertThat(preview.getInt("bytes")).isGreaterThan(some * 50);
    assertThat(preview.getInt("estimated_seconds")).isEqualTo(1);
    Answer replay = tenant.api().post(REPLAYS, failed).is(202);
    JsonObject done = completed(REPLAYS + "/" + replay.id(), some);
    assertThat(done.getInt("delivered")).isEqualTo(some);
    assertThat(receiver.all().stream().collect(Collectors.groupingBy(Receiver.Received::id)))
        .hasSize(some)
        .allSatisfy((id, calls) -> assertThat(calls).hasSize(2));
    assertThat(tenant.api().post(REPLAYS + "/preview", failed).is(200).json().getInt("count"))
        .as("all of it has arrived")
        .isZero();
    completed(REPLAYS + "/" + tenant.api().post(REPLAYS, failed).is(202).id(), 0);
    tenant.api().post(REPLAYS + "/" + replay.id() + "/cancel").isProblem(409, "replay_not_running");
    assertThat(tenant.api().get(REPLAYS).is(200).each("id")).contains(replay.id());
    assertThat(actions()).contains("webhook_replay.started");
    assertThat(tenant.api().get("/api/webhooks/ledger").is(200).json().getBoolean("balanced"))
        .isTrue();
  }

  /** Of what had failed and of what had arrived; each is asked for by both. */
  @Test
  void twoAtTheSameTimeSendNothingTwice() throws Exception {
    int some = 20;
    receiver.answers(500);
    String endpoint = endpoint("max_retries", 0);
    projects(some);
    ended(endpoint, "exhausted", some);
    receiver.answers(204);
    projects(some);
    ended(endpoint, "delivered", some);
    String wanted =
        Body.of(
            "endpoint_id",
            endpoint,
            "status",
            List.of("exhausted", "delivered"),
            "rate_per_minute",
            1200);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<Answer>> begun = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        begun.add(threads.submit(() -> tenant.api().post(REPLAYS, wanted)));
      }
      int made = 0;
      for (Future<Answer> one : begun) {
        String place = REPLAYS + "/" + one.get().is(202).id();
        made += completed(place).getInt("total");
      }
      assertThat(made).isEqualTo(2 * some);
    } finally {
      threads.shutdownNow();
    }
    Map<String, Long> heard =
        receiver.all().stream()
            .collect(Collectors.groupingBy(Receiver.Received::id, Collectors.counting()));
    assertThat(heard).hasSize(2 * some);
    assertThat(heard.values()).as("once, and once more").containsOnly(2L);
  }

  private void projects(int count) {
    for (int i = 0; i < count; i++) {
      tenant.project();
    }
  }

  @Test
  void whatCameSinceATimeIsSentAgainByItsTypes() {
    String endpoint = endpoint("events", List.of("project.created", "task.created"));
    tenant.project();
    ended(endpoint, "delivered", 1);
    String since = Instant.now().toString();
    String late = tenant.project();
    tenant.task(late);
    ended(endpoint, "delivered", 3);
    List<String> arrived = List.of("delivered");
    List<String> types = List.of("project.created");
    String wanted =
        Body.of("from", since, "status", arrived, "types", types, "rate_per_minute", 6000);
    assertThat(tenant.api().post(REPLAYS + "/preview", wanted).is(200).json().getInt("count"))
        .isEqualTo(1);
    completed(REPLAYS + "/" + tenant.api().post(REPLAYS, wanted).is(202).id(), 1);
    List<Receiver.Received> calls = Await.until(SOON, () -> receiver.all(), all -> all.size() == 4);
    assertThat(calls.get(3).body()).contains("project.created", late);
    String until = Body.of("to", since, "status", arrived);
    assertThat(tenant.api().post(REPLAYS + "/preview", until).is(200).json().getInt("count"))
        .isEqualTo(1);
  }

  @Test
  void aReplayThatIsCancelledSendsNoMore() {
    receiver.answers(500);
    String endpoint = endpoint("max_retries", 0);
    int some = 4;
    for (int i = 0; i < some; i++) {
      tenant.project();
    }
    ended(endpoint, "exhausted", some);
    String slowly = Body.of("endpoint_id", endpoint, "rate_per_minute", 1);
    Answer replay = tenant.api().post(REPLAYS, slowly).is(202);
    String place = REPLAYS + "/" + replay.id();
    assertThat(replay.json().getInt("total")).isEqualTo(some);
    tenant.as("manager").post(place + "/cancel").isProblem(403, "permission_required");
    assertThat(tenant.api().post(place + "/cancel").is(202).string("status"))
        .isEqualTo("cancelled");
    assertThat(tenant.api().get(place).is(200).string("status")).isEqualTo("cancelled");
    assertThat(receiver.all()).hasSize(some);
    assertThat(actions()).contains("webhook_replay.cancelled");
  }

  @Test
  void cancellingDoesNotWaitForWhatIsBeingRecorded() throws SQLException {
    receiver.answers(500);
    String endpoint = endpoint("max_retries", 0);
    tenant.project();
    tenant.project();
    ended(endpoint, "exhausted", 2);
    String patient = Body.of("max_retries", 1, "retry_schedule_seconds", Body.json("[3600]"));
    tenant.api().patch("/api/webhooks/endpoints/" + endpoint, patient).is(200);
    String all = Body.of("endpoint_id", endpoint, "rate_per_minute", 6000);
    String place = REPLAYS + "/" + tenant.api().post(REPLAYS, all).is(202).id();
    List<JsonObject> pending = ended(endpoint, "pending", 2);
    try (Connection recording = Database.asAdministrator()) {
      recording.setAutoCommit(false);
      String first = pending.get(0).getString("id");
      Database.run(
          recording, "select 1 from tenant.delivery where id = '" + first + "' for update");
      assertThat(tenant.api().post(place + "/cancel").is(202).string("status"))
          .isEqualTo("cancelled");
      assertThat(ended(endpoint, "pending", 1).get(0).getString("id")).isEqualTo(first);
      recording.rollback();
    }
    assertThat(ended(endpoint, "skipped", 2))
        .allSatisfy(one -> assertThat(one.getString("reason")).isEqualTo("replay_cancelled"));
    assertThat(Why.code(tenant.api(), pending.get(0).getString("message_id"), endpoint))
        .isEqualTo("replay_cancelled");
    assertThat(tenant.api().get("/api/webhooks/ledger").is(200).json().getBoolean("balanced"))
        .isTrue();
  }

  @Test
  void aTenantRunsThreeReplaysAtOnceAtTheMost() {
    receiver.answers(500);
    String endpoint = endpoint("max_retries", 0);
    tenant.project();
    ended(endpoint, "exhausted", 1);
    String slowly = Body.of("endpoint_id", endpoint, "rate_per_minute", 1);
    for (int i = 0; i < 3; i++) {
      tenant.api().post(REPLAYS, slowly).is(202);
    }
    tenant.api().post(REPLAYS, slowly).isProblem(409, "too_many_replays");
  }

  @Test
  void anEndpointThatRecoversGetsWhatItMissedByItself() {
    receiver.answers(500);
    String endpoint = endpoint("max_retries", 0, "redrive", true);
    tenant.project();
    tenant.project();
    List<String> missed =
        ended(endpoint, "exhausted", 2).stream().map(d -> d.getString("message_id")).toList();
    receiver.answers(204);
    tenant.project();
    Await.until(
        Duration.ofSeconds(60),
        () -> receiver.all().stream().filter(one -> missed.contains(one.id())).count(),
        calls -> calls >= 4);
    JsonObject redrive = tenant.api().get(REPLAYS).is(200).items().get(0);
    assertThat(redrive.getString("kind")).isEqualTo("redrive");
    completed(REPLAYS + "/" + redrive.getString("id"), 2);
  }

  private String endpoint(Object... members) {
    Object[] all = new Object[members.length + 4];
    all[0] = "url";
    all[1] = receiver.url();
    all[2] = "events";
    all[3] = List.of("project.created");
    System.arraycopy(members, 0, all, 4, members.length);
    return tenant.api().post("/api/webhooks/endpoints", Body.of(all)).is(201).id();
  }

  /** As soon as there are so many that were tried. */
  private List<JsonObject> ended(String endpoint, String status, int count) {
    String path = "/api/webhooks/deliveries?endpoint_id=" + endpoint + "&status=" + status;
    return Await.until(
        SOON,
        () -> tenant.api().get(path).is(200).items(),
        all -> all.size() == count && all.stream().allMatch(d -> d.getInt("attempt_count") > 0));
  }

  private JsonObject completed(String place) {
    return Await.until(
            SOON,
            () -> tenant.api().get(place).is(200),
            one -> one.string("status").equals("completed"))
        .json();
  }

  private JsonObject completed(String place, int total) {
    JsonObject replay = completed(place);
    assertThat(replay.getInt("total")).isEqualTo(total);
    assertThat(replay.getInt("done")).isEqualTo(total);
    return replay;
  }

  private List<String> actions() {
    return tenant.api().get("/api/audit-logs?limit=200").is(200).each("action");
  }
}
