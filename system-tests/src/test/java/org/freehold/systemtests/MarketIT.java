package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MarketIT {
  private static final Duration SOON = Duration.ofSeconds(30);
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
    outgrowsBasic(admin);
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

  @Test
  void templatesAreListedAndAVersionNeverChanges() {
    Api operator = Fixtures.operator();
    TestTenant tenant = Fixtures.tenant();
    assertThat(tenant.as("manager").get(Market.TEMPLATES).is(200).each("id"))
        .contains("enterprise-stack", "small-team");
    tenant.as("viewer").get(Market.TEMPLATES).isProblem(403, "permission_required");
    String id = Fixtures.unique("shelf");
    String first = Market.template(id, "1.9.0", 0, "tasks:read");
    tenant.api().post(Market.TEMPLATES, first).isProblem(403, "platform_only");
    Answer added = operator.post(Market.TEMPLATES, first).is(201);
    assertThat(added.string("origin")).isEqualTo("uploaded");
    operator.post(Market.TEMPLATES, first).isProblem(409, "template_version_taken");
    operator.post(Market.TEMPLATES, Market.template(id, "1.10.0", 1, "tasks:read")).is(201);
    JsonObject newest = operator.get(Market.TEMPLATES + "/" + id).is(200).json();
    assertThat(newest.getString("version")).isEqualTo("1.10.0");
    assertThat(newest.getJsonArray("versions").toString()).isEqualTo("[\"1.10.0\",\"1.9.0\"]");
    assertThat(operator.get(Market.TEMPLATES + "/" + id + "?version=1.9.0").string("digest"))
        .isEqualTo(added.string("digest"));
    String versions = Market.TEMPLATES + "/" + id + "/versions/";
    tenant.api().delete(versions + "1.9.0").isProblem(403, "platform_only");
    operator.delete(versions + "1.9.0").is(204);
    operator.delete(versions + "1.9.0").isProblem(404, "not_found");
    operator
        .delete(Market.TEMPLATES + "/enterprise-stack/versions/1.0.0")
        .isProblem(409, "template_shipped");
    assertThat(operator.post(Market.TEMPLATES, "{\"id\":\"x\"}").isProblem(400, "invalid").faults())
        .contains("/content required", "/id pattern");
    assertThat(
            Fixtures.nobody().get("/api/schemas/template.json").is(200).json().getString("title"))
        .isEqualTo("Template of a tenant");
  }

  @Test
  void answersAreCheckedBeforeAnythingIsMade() {
    Api operator = Fixtures.operator();
    String wrong =
        """
        {"primary_color": "blue", "webhook_url": 7, "demo_seed": true, "demo_projects": 0,
         "colour": 1, "plans": [{"id": "basic"}]}
        """;
    assertThat(operator.post(Market.ENTERPRISE, wrong).isProblem(400, "invalid").faults())
        .contains(
            "/colour unknown_field",
            "/company_name required",
            "/primary_color pattern",
            "/demo_projects minimum")
        .doesNotContain("/webhook_url type");
    TestTenant tenant = Fixtures.tenant();
    String taken = Market.request(tenant.slug(), false);
    operator.post(Market.ENTERPRISE, taken).isProblem(409, "slug_taken");
    tenant.api().post(Market.ENTERPRISE, taken).isProblem(403, "platform_only");
    String plans = "[{\"id\":\"basic\"},{\"id\":\"basic\"},{\"id\":\"gold\"}]";
    String twice =
        Body.of("company_name", "C", "demo_tenant_slug", "c-c", "plans", Body.json(plans));
    assertThat(operator.post(Market.ENTERPRISE, twice).isProblem(400, "invalid").faults())
        .containsExactly("/plans/1/id twice", "/plans/2/price required");
    String endless =
        Body.of("company_name", "C", "plans", Body.json("[{\"id\":\"gold\",\"price\":1e400}]"));
    assertThat(operator.post(Market.ENTERPRISE, endless).isProblem(400, "invalid").faults())
        .containsExactly("/plans/0/price type");
    operator.post(Market.TEMPLATES + "/no-such/use", "{}").isProblem(404, "not_found");
    tenant.api().get("/api/market/uses").isProblem(403, "platform_only");
  }

  @Test
  void aNewerVersionComesAsAReleaseThatLeavesWhatTheTenantMadeItsOwn() {
    Api operator = Fixtures.operator();
    String id = Fixtures.unique("grown");
    operator.post(Market.TEMPLATES, Market.template(id, "1.0.0", 1, "tasks:read")).is(201);
    String slug = Fixtures.unique("upgraded");
    JsonObject use =
        Market.made(operator.post(Market.TEMPLATES + "/" + id + "/use", Body.of("slug", slug)));
    String upgrade = "/api/market/uses/" + use.getString("id") + "/upgrade";
    operator.get(upgrade).isProblem(409, "no_newer_template");
    String newer =
        Market.template(id, "1.1.0", 1, "tasks:write").replace("projects:read", "projects:write");
    operator.post(Market.TEMPLATES, newer).is(201);
    Api admin = administrator(slug);
    admin.patch("/api/roles/keeper", Body.of("grants", List.of("files:read"))).is(200);
    JsonObject seen = operator.get(upgrade).is(200).json();
    assertThat(seen.getJsonArray("changes").toString())
        .contains("\"key\":\"flyer\",\"change\":\"changed\",\"carried\":true")
        .contains("\"key\":\"keeper\",\"change\":\"changed\",\"carried\":false");
    Answer prepared = operator.post(upgrade, "").is(201);
    Answer release = admin.get(prepared.place()).is(200);
    assertThat(release.string("status")).isEqualTo("prepared");
    assertThat(release.string("name")).isEqualTo("Template " + id + " 1.1.0");
    assertThat(admin.get("/api/roles/flyer").json().getJsonArray("grants").toString())
        .as("nothing is done yet")
        .contains("tasks:read");
    assertThat(version(use)).as("of a tenant that may never promote it").isEqualTo("1.0.0");
    operator.get(upgrade).is(200);
    ReleaseSteps steps = new ReleaseSteps(admin);
    steps.policy("production", Map.of("approvals", 0));
    steps.through(prepared.string("release_id"), "dev", "staging");
    assertThat(version(use)).isEqualTo("1.0.0");
    steps.further(prepared.string("release_id"), "production");
    steps.promoted(prepared.string("release_id"), "production");
    Await.until(Duration.ofSeconds(30), () -> version(use), "1.1.0"::equals);
    assertThat(admin.get("/api/roles/flyer").json().getJsonArray("grants").toString())
        .contains("tasks:write");
    operator.get(upgrade).isProblem(409, "no_newer_template");
    operator.post(upgrade, "").isProblem(409, "no_newer_template");
    admin.get(upgrade).isProblem(403, "platform_only");
  }

  private static String version(JsonObject use) {
    return Fixtures.operator()
        .get("/api/market/uses/" + use.getString("id"))
        .is(200)
        .json()
        .getJsonObject("template")
        .getString("version");
  }
}
