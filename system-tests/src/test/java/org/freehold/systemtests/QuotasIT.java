package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuotasIT {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final int AT_ONCE = 50;

  private static TestTenant agreed(String quotas) {
    return Fixtures.tenant("tier", "custom", "settings", Body.json("{\"quotas\":" + quotas + "}"));
  }

  @Test
  void ofFiftyCreationsAtOnceExactlyAsManyPassAsThereIsRoomFor() {
    TestTenant tenant = agreed("{\"projects\":7,\"users\":6,\"workspaces\":5}");
    TestTenant other = Fixtures.tenant("tier", "free");
    exactly(7, tenant.api(), "/api/projects", i -> Body.of("name", "P" + i));
    exactly(
        5, tenant.api(), "/api/users", i -> Body.of("email", "u" + i + "@u.example", "name", "U"));
    exactly(5, tenant.api(), "/api/workspaces", i -> Body.of("slug", "w" + i, "name", "W"));
    other.project();
  }

  private static void exactly(
      int room, Api api, String path, java.util.function.IntFunction<String> body) {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<CompletableFuture<Answer>> calls =
          IntStream.range(0, AT_ONCE)
              .mapToObj(
                  i -> CompletableFuture.supplyAsync(() -> api.post(path, body.apply(i)), threads))
              .toList();
      List<Answer> answers = calls.stream().map(CompletableFuture::join).toList();
      assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(room);
      answers.stream()
          .filter(answer -> answer.status() != 201)
          .forEach(answer -> answer.isProblem(402, "quota_exceeded"));
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void aRefusalNamesTheLimitTheUseAndThePlanThatWouldAllowIt() {
    TestTenant tenant = Fixtures.tenant("tier", "free");
    String first = tenant.project();
    tenant.project();
    tenant.project();
    Answer refused = tenant.api().post("/api/projects", Body.of("name", "One too many"));
    refused.isProblem(402, "quota_exceeded");
    assertThat(refused.header("WWW-Authenticate")).isNull();
    assertThat(refused.string("meter")).isEqualTo("projects");
    assertThat(refused.number("limit")).isEqualByComparingTo("3");
    assertThat(refused.number("used")).isEqualByComparingTo("3");
    assertThat(refused.string("required_plan")).isEqualTo("basic");
    assertThat(refused.string("hint")).contains("Archive a project", "plan basic");
    tenant.api().patch("/api/projects/" + first, Body.of("status", "archived")).is(200);
    String fourth = tenant.project();
    tenant
        .api()
        .patch("/api/projects/" + first, Body.of("status", "active"))
        .isProblem(402, "quota_exceeded");
    tenant.api().patch("/api/projects/" + fourth, Body.of("status", "paused")).is(200);
    tenant.api().post("/api/projects", Body.of("name", "Born old", "status", "archived")).is(201);
    Answer trail = tenant.api().get("/api/audit-logs?action=project.created&success=false").is(200);
    assertThat(trail.items()).hasSize(1);
  }

  @Test
  void aDeactivatedUserLeavesAPlaceAndTakesOneToComeBack() {
    TestTenant tenant = agreed("{\"users\":2}");
    String user = tenant.user("viewer").id();
    String body = Body.of("email", "late@late.example", "name", "Late");
    tenant.api().post("/api/users", body).isProblem(402, "quota_exceeded");
    tenant.api().patch("/api/users/" + user, Body.of("is_active", false)).is(200);
    tenant.api().post("/api/users", body).is(201);
    tenant
        .api()
        .patch("/api/users/" + user, Body.of("is_active", true))
        .isProblem(402, "quota_exceeded");
  }

  @Test
  void aLargerPlanAllowsMoreAtOnceAndASmallerOneTakesNothingAway() {
    TestTenant tenant = Fixtures.tenant("tier", "starter");
    for (int i = 0; i < 4; i++) {
      tenant.project();
    }
    Fixtures.operator().patch(tenant.path(), Body.of("tier", "free")).is(200);
    assertThat(tenant.api().get("/api/projects").is(200).items()).hasSize(4);
    Answer refused = tenant.api().post("/api/projects", Body.of("name", "P"));
    refused.isProblem(402, "quota_exceeded");
    assertThat(refused.number("used")).isEqualByComparingTo("4");
    assertThat(use(tenant, "projects").getInt("percent")).isEqualTo(133);
    Fixtures.operator().patch(tenant.path(), Body.of("tier", "professional")).is(200);
    tenant.project();
  }

  @Test
  void onlyAnOperatorAgreesOnQuotasAndOfKnownMetersOnly() {
    TestTenant tenant = Fixtures.tenant();
    String quotas = "{\"settings\":{\"quotas\":{\"projects\":1}}}";
    tenant.api().patch(tenant.path(), quotas).isProblem(403, "platform_only");
    Fixtures.operator().patch(tenant.path(), quotas).is(200);
    tenant.project();
    Answer refused = tenant.api().post("/api/projects", Body.of("name", "P"));
    assertThat(refused.isProblem(402, "quota_exceeded").json()).doesNotContainKey("required_plan");
    tenant.api().patch(tenant.path(), "{\"settings\":{\"mfa_required\":true}}").is(200);
    assertThat(use(tenant, "projects").getInt("limit")).isEqualTo(1);
    assertThat(
            Fixtures.operator()
                .patch(tenant.path(), "{\"settings\":{\"quotas\":{\"wishes\":3}}}")
                .isProblem(400, "invalid")
                .faults())
        .containsExactly("/settings/quotas/wishes unknown");
    Fixtures.operator()
        .patch(tenant.path(), "{\"settings\":{\"quotas\":{\"projects\":-1}}}")
        .isProblem(400, "invalid");
    Fixtures.operator()
        .patch(tenant.path(), "{\"settings\":{\"quotas\":{\"projects\":null}}}")
        .is(200);
    tenant.project();
  }

  @Test
  void fourFifthsAndTheEndAreAnnouncedOnce() {
    TestTenant tenant = agreed("{\"projects\":5}");
    String last = null;
    for (int i = 0; i < 5; i++) {
      last = tenant.project();
    }
    tenant.api().patch("/api/projects/" + last, Body.of("status", "archived")).is(200);
    tenant.project();
    JsonObject warning = only(tenant, "quota.warning");
    assertThat(warning.getString("meter")).isEqualTo("projects");
    assertThat(warning.getInt("used")).isEqualTo(4);
    assertThat(warning.getInt("limit")).isEqualTo(5);
    JsonObject exceeded = only(tenant, "quota.exceeded");
    assertThat(exceeded.getInt("used")).isEqualTo(5);
    assertThat(exceeded.getInt("percent")).isEqualTo(100);
    TestTenant other = agreed("{\"projects\":5}");
    other.project();
    assertThat(other.api().get("/api/webhooks/messages?type=quota.warning").items()).isEmpty();
  }

  private static JsonObject only(TestTenant tenant, String type) {
    Answer messages =
        Await.until(
            SOON,
            () -> tenant.api().get("/api/webhooks/messages?type=" + type).is(200),
            page -> !page.items().isEmpty());
    assertThat(messages.items()).as(type).hasSize(1);
    String message = messages.items().get(0).getString("id");
    return tenant
        .api()
        .get("/api/webhooks/messages/" + message)
        .is(200)
        .json()
        .getJsonObject("body")
        .getJsonObject("data");
  }

  @Test
  void callsBeyondTheMonthsQuotaAreRefusedButNotWhatTellsOfIt() {
    TestTenant tenant = agreed("{\"api_calls\":20}");
    int before = use(tenant, "api_calls").getInt("used");
    for (int i = before; i < 20; i++) {
      tenant.api().get("/api/projects").is(200);
    }
    Answer refused = tenant.api().get("/api/projects").isProblem(402, "quota_exceeded");
    assertThat(refused.string("meter")).isEqualTo("api_calls");
    assertThat(refused.number("used")).isEqualByComparingTo("20");
    assertThat(refused.header("RateLimit")).isNotNull();
    tenant.api().post("/api/projects", Body.of("name", "P")).isProblem(402, "quota_exceeded");
    tenant.api().get("/api/whoami").is(200);
    JsonObject use = use(tenant, "api_calls");
    assertThat(use.getInt("used")).as("what is refused is not counted").isEqualTo(20);
    assertThat(use.getString("resets_at")).endsWith("-01T00:00:00Z");
    Fixtures.tenant().api().get("/api/projects").is(200);
    String announced =
        "select threshold from tenant.quota_notice where tenant_id = '" + tenant.id() + "'";
    assertThat(Await.until(SOON, () -> rows(announced), thresholds -> thresholds.contains("100")))
        .contains("100");
    Fixtures.operator()
        .patch(tenant.path(), "{\"settings\":{\"quotas\":{\"api_calls\":1000}}}")
        .is(200);
    assertThat(only(tenant, "quota.exceeded").getString("meter")).isEqualTo("api_calls");
  }

  @Test
  void theUseIsToldWithItsDays() {
    TestTenant tenant = Fixtures.tenant("tier", "starter");
    tenant.project();
    tenant.workspace();
    Upload.of("a.txt", "Some text").to(tenant.api()).is(201);
    Answer usage = tenant.api().get("/api/usage").is(200);
    assertThat(usage.each("meter"))
        .containsExactly(
            "api_calls",
            "databases",
            "projects",
            "storage_bytes",
            "users",
            "webhook_messages",
            "workspaces");
    JsonObject projects = use(tenant, "projects");
    assertThat(projects.getInt("used")).isEqualTo(1);
    assertThat(projects.getInt("limit")).isEqualTo(10);
    assertThat(projects.getInt("percent")).isEqualTo(10);
    assertThat(projects.isNull("resets_at")).isTrue();
    assertThat(use(tenant, "storage_bytes").getInt("used")).isEqualTo(9);
    assertThat(use(tenant, "storage_bytes").getString("unit")).isEqualTo("bytes");
    assertThat(use(tenant, "users").getInt("used")).isEqualTo(1);
    List<JsonObject> days =
        usage.json().getJsonArray("api_calls_per_day").getValuesAs(JsonObject.class);
    assertThat(days).hasSize(30);
    LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
    assertThat(days.get(29).getString("date")).isEqualTo(today.toString());
    assertThat(days.get(29).getInt("count")).isEqualTo(use(tenant, "api_calls").getInt("used"));
    tenant.as("member").get("/api/usage").isProblem(403, "permission_required");
    tenant.as("analyst").get("/api/usage").is(200);
  }

  @Test
  void messagesBeyondTheMonthsQuotaAreSkippedButNotTheOneThatSaysSo() throws Exception {
    TestTenant tenant = agreed("{\"webhook_messages\":2}");
    try (Receiver receiver = new Receiver()) {
      tenant.endpoint(receiver.url());
      for (int i = 1; i <= 2; i++) {
        int sent = i;
        tenant.project();
        Await.until(SOON, () -> receiver.of("project.created").size(), size -> size == sent);
      }
      tenant.project();
      Answer skipped =
          Await.until(
              SOON,
              () -> tenant.api().get("/api/webhooks/deliveries?status=skipped").is(200),
              page -> !page.items().isEmpty());
      assertThat(skipped.each("type")).containsExactly("project.created");
      JsonObject delivery = skipped.items().get(0);
      assertThat(
              Why.sentence(
                  tenant.api(),
                  delivery.getString("message_id"),
                  delivery.getString("endpoint_id"),
                  "quota_exceeded"))
          .contains("The messages that the plan allows in a month were used up");
      assertThat(receiver.of("project.created")).hasSize(2);
      assertThat(Await.until(SOON, () -> receiver.of("quota.exceeded").size(), size -> size == 1))
          .isEqualTo(1);
      assertThat(use(tenant, "webhook_messages").getInt("used")).isEqualTo(2);
    }
  }

  private static List<String> rows(String sql) {
    try (Connection connection = Database.asAdministrator()) {
      return Database.texts(connection, sql);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  private static JsonObject use(TestTenant tenant, String meter) {
    return tenant.api().get("/api/usage").is(200).items().stream()
        .filter(item -> item.getString("meter").equals(meter))
        .findFirst()
        .orElseThrow();
  }
}
