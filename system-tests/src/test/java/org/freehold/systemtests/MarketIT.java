package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MarketIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String MESSAGES = "/api/webhooks/messages";
  private static final String CHANGE = "/api/subscription/change";

  private static Api administrator(String slug) {
    return Seeds.member(slug, "admin");
  }

  private static List<String> kinds(JsonObject use) {
    return Market.things(use).stream()
        .map(thing -> thing.getString("kind") + " " + thing.getString("outcome"))
        .distinct()
        .collect(Collectors.toList());
  }

  @Test
  void aCompanyGetsARunningTenantThatGrowsOutOfItsPlan() {
    String slug = Fixtures.unique("stack");
    Api operator = Fixtures.operator();
    JsonObject use = Market.made(operator.post(Market.ENTERPRISE, Market.request(slug, true)));
    assertThat(use.getJsonObject("template").getString("version")).isEqualTo("1.0.0");
    assertThat(use.getJsonObject("answers").getString("admin_email"))
        .isEqualTo("admin@" + slug + ".example");
    assertThat(kinds(use))
        .contains(
            "plan found",
            "tenant made",
            "user made",
            "branding made",
            "domain made",
            "environment changed",
            "environment made",
            "role made",
            "flag made",
            "event_type made",
            "page made",
            "release made",
            "demo_data made")
        .doesNotContain("webhook made");
    Api admin = administrator(slug);
    everyLinkLeadsSomewhere(use, admin);
    assertThat(admin.get("/api/tenants/" + slug).json().getJsonObject("settings").toString())
        .contains("\"primary_color\":\"#0b5cad\"", "\"custom_domains\":true");
    assertThat(admin.get("/api/admin/domains").is(200).each("domain"))
        .containsExactly("app." + slug + ".example");
    assertThat(admin.get("/api/environments").is(200).each("name"))
        .containsExactly("dev", "qa", "staging", "production");
    Answer releases = admin.get("/api/releases").is(200);
    assertThat(releases.each("status")).containsExactly("prepared");
    assertThat(admin.get("/api/pages").is(200).each("path"))
        .containsExactly("/", "/projects", "/tasks", "/files", "/help");
    String seed =
        Market.things(use).stream()
            .filter(thing -> thing.getString("kind").equals("demo_data"))
            .findFirst()
            .orElseThrow()
            .getString("href");
    Await.until(SOON, () -> operator.get(seed).is(200).json(), Seeds::hasEnded);
    assertThat(admin.get("/api/webhooks/event-types").is(200).each("type"))
        .contains("customer.signed_up", "order.placed", "order.paid");
    outgrowsBasic(admin);
  }

  @Test
  void anEventOfTheTenantsOwnProductCanBeSentAtOnce() throws Exception {
    String slug = Fixtures.unique("events");
    String team = Body.of("team_name", "Events", "slug", slug);
    JsonObject use =
        Market.made(Fixtures.operator().post(Market.TEMPLATES + "/small-team/use", team));
    Api admin = administrator(slug);
    everyLinkLeadsSomewhere(use, admin);
    Answer type = admin.get("/api/webhooks/event-types/feedback.received").is(200);
    assertThat(type.string("origin")).isEqualTo("tenant");
    assertThat(type.string("description")).contains("what Events makes");
    try (Receiver receiver = new Receiver()) {
      Answer endpoint =
          admin
              .post(
                  "/api/webhooks/endpoints",
                  Body.of("url", receiver.url(), "events", List.of("feedback.*")))
              .is(201);
      Answer sent = admin.post(MESSAGES, feedback("{\"text\":\"Fast.\",\"rating\":5}")).is(202);
      Receiver.Received received =
          Await.until(SOON, () -> receiver.of("feedback.received"), all -> !all.isEmpty()).get(0);
      received.verify(endpoint.string("secret"));
      assertThat(received.id()).isEqualTo(sent.id());
    }
    assertThat(
            admin
                .post(MESSAGES, feedback("{\"text\":\"Fast.\",\"rating\":6}"))
                .isProblem(400, "invalid")
                .faults())
        .containsExactly("/payload/rating maximum");
  }

  private static String feedback(String payload) {
    return Body.of("event_type", "feedback.received", "payload", Body.json(payload));
  }

  /** Some are the platform's, some the tenant's. */
  private static void everyLinkLeadsSomewhere(JsonObject use, Api admin) {
    for (JsonObject thing : Market.things(use)) {
      String href = thing.getString("href");
      boolean ofThePlatform = href.startsWith("/api/jobs/") || href.startsWith("/api/plans/");
      (ofThePlatform ? Fixtures.operator() : admin).get(href).is(200);
    }
  }

  private static void outgrowsBasic(Api admin) {
    List<JsonObject> demo = admin.get("/api/projects?limit=50").is(200).items();
    assertThat(demo).as("demo projects").hasSize(3);
    long there = demo.stream().filter(one -> !one.getString("status").equals("archived")).count();
    LongStream.range(there, 10).forEach(i -> Fixtures.project(admin));
    Answer full = admin.post("/api/projects", Body.of("name", "The eleventh"));
    assertThat(full.isProblem(402, "quota_exceeded").string("required_plan")).isEqualTo("pro");
    admin.get("/api/admin/analytics").isProblem(402, "plan_required");
    admin.post(CHANGE, Body.of("plan", "pro")).is(200);
    admin.post("/api/projects", Body.of("name", "The eleventh")).is(201);
    admin.get("/api/admin/analytics").is(200);
    Answer down = admin.post(CHANGE, Body.of("plan", "basic", "preview", true)).is(200);
    assertThat(down.json().getJsonArray("over_limit").toString())
        .contains("projects", "The eleventh");
  }

  @Test
  void aPlanThatSaysSomethingElseIsTheTenantsOwn() {
    String slug = Fixtures.unique("own");
    String plans =
        """
        [{"id": "basic", "price": "19.50", "features": ["sso", "A coach for a day"]},
         {"id": "gold", "name": "Gold", "price": 150, "limits": {"projects": 4}}]
        """;
    String request =
        Body.of(
            "company_name",
            "Own",
            "demo_tenant_slug",
            slug,
            "plans",
            Body.json(plans),
            "admin_password",
            TestTenant.PASSWORD,
            "admin_email",
            slug + "@owners.example");
    Answer asked = Fixtures.operator().post(Market.ENTERPRISE, request);
    JsonObject use = Market.made(asked);
    assertThat(use.toString()).doesNotContain(TestTenant.PASSWORD).contains(slug + "-gold");
    Api admin = Fixtures.nobody().in(slug).signedIn(slug + "@owners.example", TestTenant.PASSWORD);
    assertThat(admin.get("/api/subscription").is(200).string("plan")).isEqualTo(slug + "-basic");
    JsonObject basic = admin.get("/api/plans/" + slug + "-basic").is(200).json();
    assertThat(basic.getJsonObject("price").toString()).contains("19.50");
    assertThat(basic.getJsonObject("entitlements").getBoolean("sso")).isTrue();
    assertThat(basic.getJsonObject("limits").getInt("projects")).isEqualTo(10);
    JsonObject gold = admin.get("/api/plans/" + slug + "-gold").is(200).json();
    assertThat(gold.getJsonObject("limits").getInt("projects")).isEqualTo(4);
    assertThat(gold.getJsonObject("entitlements").getBoolean("custom_domains")).isTrue();
    assertThat(Fixtures.operator().get("/api/plans/basic").json().getJsonObject("price").toString())
        .contains("29.00");
    Fixtures.tenant().api().get("/api/plans/" + slug + "-gold").isProblem(404, "not_found");
  }

  @Test
  void whatCannotBeMadeIsUndoneAndItsSlugIsFree() {
    Api operator = Fixtures.operator();
    String id = Fixtures.unique("broken");
    operator.post(Market.TEMPLATES, Market.template(id, "1.0.0", 1, "projects:fly")).is(201);
    String slug = Fixtures.unique("undone");
    String request =
        Body.of("slug", slug, "plans", Body.json("[{\"id\":\"mine\",\"name\":\"M\",\"price\":5}]"));
    JsonObject use = Market.ended(operator.post(Market.TEMPLATES + "/" + id + "/use", request));
    assertThat(use.getString("status")).isEqualTo("undone");
    assertThat(use.getString("failure")).startsWith("Role flyer: ").contains("no such permission");
    JsonObject run = operator.get("/api/jobs/runs/" + use.getString("run_id")).json();
    assertThat(run.getString("status")).isEqualTo("failed");
    assertThat(run.getString("error")).contains("Role flyer");
    operator.get("/api/tenants/" + slug).isProblem(404, "not_found");
    operator.get("/api/plans/" + slug + "-mine").isProblem(404, "not_found");
    assertThat(operator.get("/api/audit-logs?action=tenant.discarded").is(200).items())
        .isNotEmpty();
    operator.post("/api/jobs/runs/" + use.getString("run_id") + "/restart").is(202);
    Await.until(
        SOON,
        () -> operator.get("/api/jobs/runs/" + use.getString("run_id")).json(),
        again -> again.getInt("executions") == 2 && Seeds.hasEnded(again));
    operator.get("/api/tenants/" + slug).isProblem(404, "not_found");
    Market.made(
        operator.post(
            Market.TEMPLATES + "/small-team/use", Body.of("team_name", "T", "slug", slug)));
    assertThat(operator.get("/api/tenants/" + slug).is(200).string("status")).isEqualTo("active");
  }

  @Test
  void aRunThatWasStoppedGoesOnAndMakesNothingTwice() throws SQLException {
    Api operator = Fixtures.operator();
    String id = Fixtures.unique("long");
    String pages =
        """
        "pages": [{"key": "one", "title": "One", "path": "/one"},
                  {"key": "two", "title": "Two", "path": "/two"}],
        "webhooks":\
        """;
    operator
        .post(
            Market.TEMPLATES,
            Market.template(id, "1.0.0", 50, "tasks:read").replace("\"webhooks\":", pages))
        .is(201);
    String slug = Fixtures.unique("stopped");
    Answer asked =
        operator.post(Market.TEMPLATES + "/" + id + "/use", Body.of("slug", slug)).is(202);
    Market.whilePagesWait(asked, (held, tenant) -> stopped(operator, asked.place()));
    JsonObject stopped =
        Await.until(SOON, () -> operator.get(asked.place()).json(), Seeds::hasEnded);
    assertThat(stopped.getString("status")).isEqualTo("stopped");
    assertThat(operator.get("/api/market/uses/" + asked.id()).is(200).string("status"))
        .isEqualTo("making");
    assertThat(operator.get("/api/tenants/" + slug).is(200).string("status")).isEqualTo("pending");
    operator.post(asked.place() + "/restart").is(202);
    JsonObject use =
        Await.until(
            SOON,
            () -> operator.get("/api/market/uses/" + asked.id()).is(200).json(),
            now -> now.getString("status").equals("made"));
    assertThat(Market.things(use).stream().filter(t -> t.getString("kind").equals("flag")))
        .hasSize(50);
    Api admin = administrator(slug);
    assertThat(admin.get("/api/flags?limit=200").is(200).items()).hasSize(50);
    assertThat(admin.get("/api/webhooks/endpoints").is(200).items()).hasSize(1);
  }

  /** With one sign of life the run is told; with the next one it surely was. */
  private static void stopped(Api operator, String run) {
    operator.post(run + "/stop").is(202);
    for (int sign = 0; sign < 2; sign++) {
      String last = operator.get(run).is(200).string("heartbeat_at");
      Await.until(
          SOON, () -> operator.get(run).is(200).string("heartbeat_at"), at -> !at.equals(last));
    }
  }
}
