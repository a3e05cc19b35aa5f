package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SubscriptionsIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String SUBSCRIPTION = "/api/subscription";
  private static final String CHANGE = "/api/subscription/change";

  private static Answer billed(Api api) {
    return Await.until(
        SOON, () -> api.get(SUBSCRIPTION).is(200), answer -> !answer.json().isNull("period"));
  }

  private static Answer change(Api api, Object... members) {
    return api.post(CHANGE, Body.of(members));
  }

  private static void monthsLater(TestTenant tenant, int months) {
    Fixtures.operator()
        .put(
            "/api/admin/billing-clock",
            Body.of(
                "tenant_slug",
                tenant.slug(),
                "ahead_seconds",
                Duration.ofDays(32L * months).toSeconds()))
        .is(200);
  }

  private static String due(Answer change) {
    return change.json().getJsonObject("due_now").get("amount").toString();
  }

  @Test
  void aTenantThatOutgrowsItsPlanTakesALargerOneAndSeesWhatWouldNotFitBackInTheSmaller() {
    TestTenant tenant = Fixtures.tenant("tier", "starter");
    Api api = tenant.api();
    billed(api);
    IntStream.rangeClosed(1, 10).forEach(i -> tenant.project("name", "Project " + i));
    Answer full = api.post("/api/projects", Body.of("name", "The eleventh"));
    full.isProblem(402, "quota_exceeded");
    assertThat(full.string("required_plan")).isEqualTo("pro");
    assertThat(
            api.get("/api/admin/analytics").isProblem(402, "plan_required").string("required_plan"))
        .isEqualTo("pro");
    Answer preview = change(api, "plan", "pro", "preview", true).is(200);
    assertThat(preview.string("moment")).isEqualTo("at_once");
    assertThat(due(preview)).isEqualTo("70.00");
    assertThat(api.get(SUBSCRIPTION).string("plan")).as("nothing was done").isEqualTo("basic");
    Answer changed = change(api, "plan", "pro").is(200);
    assertThat(due(changed)).isEqualTo("70.00");
    assertThat(changed.json().getJsonObject("subscription").getString("plan")).isEqualTo("pro");
    assertThat(api.get(tenant.path()).string("tier")).isEqualTo("professional");
    api.post("/api/projects", Body.of("name", "The eleventh")).is(201);
    api.get("/api/admin/analytics").is(200);
    Answer down = change(api, "plan", "basic", "preview", true).is(200);
    assertThat(down.string("moment")).isEqualTo("at_period_end");
    JsonObject over = down.json().getJsonArray("over_limit").getJsonObject(0);
    assertThat(over.getString("meter")).isEqualTo("projects");
    assertThat(over.getInt("used")).isEqualTo(11);
    assertThat(over.getInt("limit")).isEqualTo(10);
    assertThat(over.getJsonArray("things").getJsonObject(0).getString("name"))
        .isEqualTo("The eleventh");
    assertThat(down.json().getJsonArray("entitlements").toString())
        .contains("{\"name\":\"analytics\",\"from\":\"advanced\",\"to\":\"basic\"}");
    Answer refused = change(api, "plan", "basic").isProblem(409, "over_limit");
    assertThat(refused.json().getJsonArray("over_limit")).hasSize(1);
    assertThat(api.get(SUBSCRIPTION).json().isNull("scheduled")).isTrue();
    change(api, "plan", "basic", "accept_over_limit", true).is(200);
    theMonthEnds(tenant);
  }

  private static void theMonthEnds(TestTenant tenant) {
    Api api = tenant.api();
    JsonObject scheduled = api.get(SUBSCRIPTION).json().getJsonObject("scheduled");
    assertThat(scheduled.getString("plan")).isEqualTo("basic");
    assertThat(api.post("/api/subscription/resume", "").is(200).json().isNull("scheduled"))
        .isTrue();
    api.post("/api/subscription/resume", "").isProblem(409, "nothing_to_resume");
    change(api, "plan", "basic", "accept_over_limit", true).is(200);
    monthsLater(tenant, 1);
    Await.until(SOON, () -> api.get(SUBSCRIPTION), now -> now.string("plan").equals("basic"));
    assertThat(api.get(SUBSCRIPTION).json().isNull("scheduled")).isTrue();
    api.get("/api/admin/analytics").isProblem(402, "plan_required");
    assertThat(api.get("/api/projects").items()).as("nothing is taken away").hasSize(11);
    api.post("/api/projects", Body.of("name", "P")).isProblem(402, "quota_exceeded");
    List<JsonObject> invoices = api.get("/api/subscription/invoices").is(200).items();
    assertThat(totals(api)).containsExactly("29.00", "70.00", "29.00");
    assertThat(invoices).extracting(one -> one.getInt("number")).containsExactly(3, 2, 1);
    assertThat(invoices.get(1).getJsonArray("lines")).hasSize(2);
    api.post("/api/subscription/cancel", "").is(200);
    monthsLater(tenant, 2);
    Await.until(SOON, () -> api.get(SUBSCRIPTION), now -> now.string("plan").equals("free"));
    assertThat(api.get(SUBSCRIPTION).json().isNull("period")).isTrue();
    assertThat(api.get("/api/subscription/invoices").items()).hasSize(3);
    api.post("/api/subscription/cancel", "").isProblem(409, "nothing_to_cancel");
    assertThat(api.get("/api/audit-logs?action=subscription.renewed").items()).hasSize(2);
    assertThat(api.get("/api/audit-logs?action=subscription.changed&success=false").items())
        .hasSize(1);
  }

  @Test
  void whoeverIsOnTrialChoosesAPlanAndIsActive() {
    Instant end = Instant.now().plus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    Answer created = Fixtures.created("tier", "professional", "trial_ends_at", end.toString());
    Api api =
        Fixtures.nobody()
            .in(created.string("slug"))
            .signedIn(created.string("owner_email"), TestTenant.PASSWORD);
    Answer trial = api.get(SUBSCRIPTION).is(200);
    assertThat(trial.string("status")).isEqualTo("trial");
    assertThat(trial.string("trial_ends_at")).isEqualTo(end.toString());
    assertThat(trial.json().isNull("period")).isTrue();
    Answer chosen = change(api, "plan", "basic").is(200);
    assertThat(due(chosen)).isEqualTo("29.00");
    assertThat(chosen.json().getJsonObject("subscription").getString("status")).isEqualTo("active");
    assertThat(api.get("/api/tenants/" + created.string("slug")).string("status"))
        .isEqualTo("active");
    assertThat(api.get(SUBSCRIPTION).json().isNull("trial_ends_at")).isTrue();
    assertThat(api.get("/api/subscription/invoices").items()).hasSize(1);
  }

  @Test
  void whatAnOperatorChangesIsPaidFromTheNextMonthAndNobodyPaysWhileSuspended() {
    TestTenant tenant = Fixtures.tenant("tier", "starter");
    Api api = tenant.api();
    String first = end(billed(api));
    Fixtures.operator().patch(tenant.path(), Body.of("tier", "enterprise")).is(200);
    assertThat(api.get(SUBSCRIPTION).string("plan")).isEqualTo("enterprise");
    assertThat(totals(api)).containsExactly("29.00");
    monthsLater(tenant, 1);
    Answer second = Await.until(SOON, () -> billed(api), now -> !end(now).equals(first));
    assertThat(totals(api)).containsExactly("499.00", "29.00");
    Fixtures.operator().post(tenant.path() + "/suspend").is(200);
    change(api, "plan", "pro").isProblem(403, "tenant_suspended");
    monthsLater(tenant, 2);
    Await.until(SOON, () -> billed(api), now -> !end(now).equals(end(second)));
    assertThat(totals(api)).as("a month that nobody could use").hasSize(2);
  }

  @Test
  void aMonthIsBilledOnceHoweverOftenAnOperatorMovesTheTenantInIt() {
    TestTenant tenant = Fixtures.tenant("tier", "professional");
    Api api = tenant.api();
    Api operator = Fixtures.operator();
    String end = end(billed(api));
    operator.patch(tenant.path(), Body.of("tier", "free")).is(200);
    awaitChange(api, "free", "pro");
    assertThat(end(api.get(SUBSCRIPTION))).as("the month that is paid").isEqualTo(end);
    api.post("/api/subscription/cancel", "").isProblem(409, "nothing_to_cancel");
    operator.patch(tenant.path(), Body.of("tier", "professional")).is(200);
    awaitChange(api, "pro", "free");
    operator.post(tenant.path() + "/archive").is(200);
    operator.post(tenant.path() + "/resume").is(200);
    operator.post(tenant.path() + "/resume").is(200);
    operator.patch(tenant.path(), Body.of("tier", "free")).is(200);
    Await.until(SOON, () -> settlings(api), all -> all.size() == 4);
    assertThat(totals(api)).containsExactly("99.00");
    assertThat(end(api.get(SUBSCRIPTION))).isEqualTo(end);
    assertThat(settlings(api).get(0).getJsonObject("old_values").getString("plan"))
        .isEqualTo("pro");
    monthsLater(tenant, 1);
    Await.until(SOON, () -> api.get(SUBSCRIPTION), now -> now.json().isNull("period"));
    assertThat(totals(api)).containsExactly("99.00");
  }

  private static void awaitChange(Api api, String plan, String previous) {
    Await.until(
        SOON,
        () -> api.get("/api/webhooks/messages?type=subscription.changed").is(200).items(),
        messages ->
            messages.stream()
                .map(message -> told(api, message))
                .anyMatch(
                    data ->
                        data.getString("plan").equals(plan)
                            && data.getString("previous_plan").equals(previous)));
  }

  /** What the message says. */
  private static JsonObject told(Api api, JsonObject message) {
    return api.get("/api/webhooks/messages/" + message.getString("id"))
        .is(200)
        .json()
        .getJsonObject("body")
        .getJsonObject("data");
  }

  /** The newest first. */
  private static List<JsonObject> settlings(Api api) {
    return api.get("/api/audit-logs?action=subscription.settled").is(200).items();
  }

  private static String end(Answer subscription) {
    return subscription.json().getJsonObject("period").getString("to");
  }

  private static List<String> totals(Api api) {
    return api.get("/api/subscription/invoices").is(200).items().stream()
        .map(one -> one.getJsonObject("total").get("amount").toString())
        .toList();
  }

  /** As the migration that brought subscriptions leaves it. */
  @Test
  void whoeverWasThereBeforeGetsTheRunningMonthWithoutABill() throws SQLException {
    TestTenant tenant = Fixtures.tenant("tier", "free");
    try (Connection connection = Database.asAdministrator();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "update control.tenant set tier = 'starter' where id = '" + tenant.id() + "'");
      statement.execute(
          "insert into control.work_item (id, kind, tenant_id, subject_id, due_at)"
              + " select gen_random_uuid(), 'subscription_adopt', id, id, now()"
              + (" from control.tenant where id = '" + tenant.id() + "'"));
    }
    assertThat(billed(tenant.api()).string("plan")).isEqualTo("basic");
    assertThat(totals(tenant.api())).isEmpty();
    assertThat(due(change(tenant.api(), "plan", "pro", "preview", true).is(200)))
        .as("what was not paid is not given back")
        .isEqualTo("99.00");
  }

  @Test
  void whatIsAskedForAtTheSameMomentIsPaidOnce() {
    TestTenant tenant = Fixtures.tenant("tier", "starter");
    billed(tenant.api());
    List<Answer> answers =
        IntStream.range(0, 6)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> change(tenant.api(), "plan", "pro")))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(answers).extracting(Answer::status).containsOnlyOnce(200);
    answers.stream()
        .filter(answer -> answer.status() != 200)
        .forEach(answer -> answer.isProblem(409, "plan_unchanged"));
    assertThat(tenant.api().get("/api/subscription/invoices").items()).hasSize(2);
  }

  @Test
  void nothingIsBoughtBeforeTheTenantIsActive() {
    String email = Fixtures.unique("owner") + "@owners.example";
    String slug = Fixtures.created("tier", "free", "owner_email", email).string("slug");
    Api owner = Fixtures.nobody().in(slug).signedIn(email, TestTenant.PASSWORD);
    change(owner, "plan", "pro").isProblem(403, "tenant_pending");
    Fixtures.operator().post("/api/tenants/" + slug + "/activate").is(200);
    assertThat(owner.get("/api/subscription/invoices").is(200).items()).isEmpty();
  }

  @Test
  void plansAreChosenByThoseWhoMayAndAmongThoseThatAreOffered() {
    TestTenant tenant = Fixtures.tenant("tier", "free");
    tenant.as("manager").get(SUBSCRIPTION).isProblem(403, "permission_required");
    change(tenant.as("manager"), "plan", "pro").isProblem(403, "permission_required");
    assertThat(change(tenant.api(), "plan", "custom").isProblem(400, "invalid").faults())
        .containsExactly("/plan unknown");
    change(tenant.api(), "plan", "free").isProblem(409, "plan_unchanged");
    tenant.api().post("/api/subscription/cancel", "").isProblem(409, "nothing_to_cancel");
    Fixtures.operator().get(SUBSCRIPTION).isProblem(404, "not_found");
    tenant
        .api()
        .put("/api/admin/billing-clock", Body.of("tenant_slug", tenant.slug(), "ahead_seconds", 1))
        .isProblem(403, "platform_only");
    change(tenant.api(), "plan", "basic").is(200);
    JsonObject changed =
        told(
            tenant.api(),
            Await.until(
                    SOON,
                    () ->
                        tenant
                            .api()
                            .get("/api/webhooks/messages?type=subscription.changed")
                            .is(200),
                    page -> !page.items().isEmpty())
                .items()
                .get(0));
    assertThat(changed.getString("plan")).isEqualTo("basic");
    assertThat(changed.getString("previous_plan")).isEqualTo("free");
  }
}
