package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlansIT {
  private static final String PRICE = "{\"amount\":12.50,\"currency\":\"EUR\"}";

  /** Whoever cancels comes to it. */
  @Test
  void theFreePlanCostsNothing() {
    Answer free = Fixtures.operator().get("/api/plans/free").is(200);
    String priced =
        Body.of("name", free.string("name"), "price", Body.json(PRICE), "limits", Body.json("{}"));
    assertThat(
            Fixtures.operator().put("/api/plans/free", priced).isProblem(400, "invalid").faults())
        .containsExactly("/price/amount not_allowed");
  }

  @Test
  void everybodySeesWhatCanBeBoughtTheCheapestFirst() {
    TestTenant tenant = Fixtures.tenant("tier", "starter");
    Answer plans = tenant.as("viewer").get("/api/plans").is(200);
    assertThat(plans.each("id")).containsSubsequence("free", "basic", "pro", "enterprise");
    assertThat(plans.each("id")).doesNotContain("custom");
    JsonObject pro = tenant.api().get("/api/plans/pro").is(200).json();
    assertThat(pro.getJsonObject("price").toString()).contains("99.00", "USD");
    assertThat(pro.getString("tier")).isEqualTo("professional");
    assertThat(pro.getJsonObject("limits")).doesNotContainKey("projects");
    assertThat(pro.getJsonObject("entitlements").getBoolean("custom_domains")).isTrue();
    assertThat(pro.getJsonObject("entitlements").getBoolean("sso")).isFalse();
    assertThat(tenant.api().get(tenant.path()).string("plan")).isEqualTo("basic");
    tenant.api().get("/api/plans/custom").isProblem(404, "not_found");
    Fixtures.operator().get("/api/plans/custom").is(200);
    Fixtures.nobody().get("/api/plans").isProblem(401, "sign_in_required");
  }

  @Test
  void anOperatorMakesAPlanForOneTenantAndChangesIt() {
    TestTenant tenant = Fixtures.tenant();
    TestTenant other = Fixtures.tenant();
    String id = Fixtures.unique("plan").toLowerCase(java.util.Locale.ROOT);
    String body =
        Body.of(
            "id",
            id,
            "name",
            "By agreement",
            "price",
            Body.json(PRICE),
            "limits",
            Body.json("{\"projects\":2}"),
            "entitlements",
            Body.json("{\"sso\":true}"),
            "tenants",
            List.of(tenant.slug()));
    tenant.api().post("/api/plans", body).isProblem(403, "platform_only");
    Answer made = Fixtures.operator().post("/api/plans", body).is(201);
    assertThat(made.place()).isEqualTo("/api/plans/" + id);
    assertThat(made.string("tier")).isEqualTo("custom");
    Fixtures.operator().post("/api/plans", body).isProblem(409, "plan_id_taken");
    Answer seen = tenant.api().get("/api/plans/" + id).is(200);
    assertThat(seen.json().getJsonArray("tenants")).as("to whom is the operator's").isEmpty();
    other.api().get("/api/plans/" + id).isProblem(404, "not_found");
    assertThat(other.api().get("/api/plans").each("id")).doesNotContain(id);
    String larger =
        Body.of("name", "More", "price", Body.json(PRICE), "limits", Body.json("{\"users\":3}"));
    Fixtures.operator()
        .with("If-Match", "\"7\"")
        .put("/api/plans/" + id, larger)
        .isProblem(412, "stale");
    Answer changed = Fixtures.operator().put("/api/plans/" + id, larger).is(200);
    assertThat(changed.json().getJsonObject("limits").toString()).isEqualTo("{\"users\":3}");
    assertThat(other.api().get("/api/plans").each("id")).as("offered to all").contains(id);
    Fixtures.operator()
        .put(
            "/api/plans/" + id,
            Body.of("name", "Gone", "price", Body.json(PRICE), "offered", false))
        .is(200);
    other.api().get("/api/plans/" + id).isProblem(404, "not_found");
  }

  @Test
  void aPlanGivesOnlyWhatThereIs() {
    String body =
        "{\"id\":\"odd-one\",\"name\":\"Odd\",\"price\":%s,\"limits\":%s,\"entitlements\":%s}";
    assertThat(refused(body.formatted(PRICE, "{\"wishes\":3}", "{}")))
        .containsExactly("/limits/wishes unknown");
    assertThat(refused(body.formatted(PRICE, "{}", "{\"sso\":1,\"flying\":true}")))
        .containsExactly("/entitlements/flying unknown", "/entitlements/sso type");
    assertThat(refused(body.formatted("{\"amount\":1,\"currency\":\"XYZ\"}", "{}", "{}")))
        .containsExactly("/price/currency currency");
    assertThat(refused(body.formatted("{\"amount\":1.5,\"currency\":\"JPY\"}", "{}", "{}")))
        .containsExactly("/price/amount digits");
  }

  @Test
  void plansOfSeveralCurrenciesAreInTheOrderOfPricesThatCanBeCompared() {
    TestTenant tenant = Fixtures.tenant("tier", "free");
    String dear = priced(tenant, "{\"amount\":500,\"currency\":\"JPY\"}");
    String cheap = priced(tenant, "{\"amount\":40,\"currency\":\"JPY\"}");
    String euro = priced(tenant, "{\"amount\":0.50,\"currency\":\"EUR\"}");
    assertThat(tenant.api().get("/api/plans").each("id"))
        .containsSubsequence("free", "basic", "pro", "enterprise", euro, cheap, dear);
    assertThat(
            tenant
                .api()
                .get("/api/admin/analytics")
                .isProblem(402, "plan_required")
                .string("required_plan"))
        .isEqualTo("pro");
    tenant.api().post("/api/subscription/change", Body.of("plan", cheap)).is(200);
    assertThat(tenant.api().get("/api/plans").each("id"))
        .containsSubsequence("free", cheap, dear, euro, "basic", "pro");
  }

  private static String priced(TestTenant tenant, String price) {
    String id = Fixtures.unique("plan").toLowerCase(java.util.Locale.ROOT);
    Fixtures.operator()
        .post(
            "/api/plans",
            Body.of(
                "id",
                id,
                "name",
                "Priced",
                "price",
                Body.json(price),
                "entitlements",
                Body.json("{\"analytics\":\"advanced\"}"),
                "tenants",
                List.of(tenant.slug())))
        .is(201);
    return id;
  }

  /** As a node does that knows of no plans of operators' making. */
  @Test
  void whoeverSetsATierWithoutKnowingOfOwnPlansSetsThePlanOfTheTier() throws SQLException {
    TestTenant tenant = Fixtures.tenant("tier", "free");
    String own = priced(tenant, PRICE);
    tenant.api().post("/api/subscription/change", Body.of("plan", own)).is(200);
    try (Connection connection = Database.asAdministrator()) {
      Database.run(
          connection,
          "update control.tenant set tier = 'starter' where slug = '" + tenant.slug() + "'");
    }
    assertThat(tenant.api().get(tenant.path()).is(200).string("plan")).isEqualTo("basic");
  }

  @Test
  void plansOfOneTenantTakeNoRoomFromThoseForEverybody() throws SQLException {
    TestTenant tenant = Fixtures.tenant();
    String own = tenant.slug() + "-own-";
    try (Connection connection = Database.asAdministrator()) {
      Database.run(
          connection,
          "insert into control.plan (id, name, tier, price_minor, currency, limits, entitlements,"
              + " offered, tenants, created_at, updated_at, version)"
              + " select '%s' || n, 'Own', 'custom', 100, 'USD', '{}', '{}', true, '[\"%s\"]', now(), now(), 0"
                  .formatted(own, tenant.slug())
              + " from generate_series(1, 200) n");
      Object[] plan = {
        "id", Fixtures.unique("roomy"), "name", "Roomy", "price", Body.json(PRICE), "offered", false
      };
      Fixtures.operator().post("/api/plans", Body.of(plan)).is(201);
      String another =
          Body.of(
              "id",
              own + "201",
              "name",
              "Own",
              "price",
              Body.json(PRICE),
              "tenants",
              List.of(tenant.slug()));
      Fixtures.operator().post("/api/plans", another).isProblem(409, "too_many_plans");
      Database.run(connection, "delete from control.plan where id like '" + own + "%'");
    }
  }

  private static List<String> refused(String body) {
    return Fixtures.operator().post("/api/plans", body).isProblem(400, "invalid").faults();
  }

  @Test
  void analyticsAreForThoseWhosePlanGivesThem() {
    TestTenant basic = Fixtures.tenant("tier", "starter");
    Answer refused = basic.api().get("/api/admin/analytics").isProblem(402, "plan_required");
    assertThat(refused.header("WWW-Authenticate")).isNull();
    assertThat(refused.string("entitlement")).isEqualTo("analytics");
    assertThat(refused.string("required_plan")).isEqualTo("pro");
    assertThat(refused.string("hint")).contains("pro");
    basic.as("member").get("/api/admin/analytics").isProblem(403, "permission_required");
    Fixtures.tenant("tier", "free").api().get("/api/admin/analytics").is(402);
    TestTenant pro = Fixtures.tenant("tier", "professional");
    String project = pro.project("budget_allocated", 1000);
    String task = pro.task(project);
    pro.api().patch("/api/tasks/" + task, Body.of("status", "done")).is(200);
    JsonObject told = pro.api().get("/api/admin/analytics").is(200).json();
    assertThat(told.getJsonObject("people").getInt("users")).isEqualTo(1);
    assertThat(told.getJsonObject("projects").getInt("total")).isEqualTo(1);
    assertThat(told.getJsonObject("budget").get("allocated").toString()).isEqualTo("1000.00");
    assertThat(told.getJsonObject("velocity").getInt("completed")).isEqualTo(1);
    assertThat(told.getJsonObject("api").getInt("used")).isPositive();
    assertThat(told.getJsonObject("webhooks").getJsonObject("endpoints").getInt("enabled"))
        .isZero();
    assertThat(told.getJsonObject("delivery").getInt("deployments")).isZero();
    JsonObject developer = pro.as("developer").get("/api/admin/analytics").is(200).json();
    assertThat(developer.isNull("api")).as("what one may not read is left out").isTrue();
    Fixtures.tenant("tier", "enterprise").api().get("/api/admin/analytics").is(200);
  }

  @Test
  void whatWasAgreedWithATenantGoesBeforeItsPlan() {
    TestTenant tenant = Fixtures.tenant("tier", "starter");
    String agreed = "{\"settings\":{\"entitlements\":{\"analytics\":%s}}}";
    tenant.api().patch(tenant.path(), agreed.formatted("\"advanced\"")).is(403);
    Fixtures.operator().patch(tenant.path(), agreed.formatted("\"advanced\"")).is(200);
    tenant.api().get("/api/admin/analytics").is(200);
    JsonObject analytics =
        tenant.as("viewer").get("/api/entitlements").is(200).items().stream()
            .filter(one -> one.getString("name").equals("analytics"))
            .findFirst()
            .orElseThrow();
    assertThat(analytics.getString("value")).isEqualTo("advanced");
    Fixtures.operator().patch(tenant.path(), agreed.formatted("\"none\"")).is(200);
    assertThat(tenant.api().get("/api/admin/analytics").isProblem(402, "plan_required").json())
        .as("no plan would give it")
        .doesNotContainKey("required_plan");
    Fixtures.operator().patch(tenant.path(), agreed.formatted("7")).isProblem(400, "invalid");
  }

  @Test
  void integrationsAreCounted() {
    TestTenant tenant = Fixtures.tenant();
    tenant.endpoint("http://127.0.0.1:9/");
    tenant.apiKey("permissions", List.of("projects:read"));
    JsonObject told = tenant.api().get("/api/admin/integrations").is(200).json();
    assertThat(told.getJsonObject("api_keys").getInt("active")).isEqualTo(1);
    assertThat(told.getJsonObject("api_keys").getInt("used")).isZero();
    assertThat(told.getJsonObject("webhooks").getJsonObject("endpoints").getInt("enabled"))
        .isEqualTo(1);
    tenant.as("manager").get("/api/admin/integrations").isProblem(403, "permission_required");
  }
}
