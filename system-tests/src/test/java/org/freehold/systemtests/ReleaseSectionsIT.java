package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Roles of a tenant and plans of the platform that go through environments with a release. */
class ReleaseSectionsIT {
  private static final String UNTOUCHED_POLICY = "{\"policy\":{\"approvals\":0}}";
  private static final String PLANS =
      """
      {"plans":[
        {"type":"set_entitlement","plan":"%1$s","entitlement":"custom_domains","value":false},
        {"type":"set_limit","plan":"%1$s","meter":"projects","limit":1},
        {"type":"set_price","plan":"%1$s","price":{"amount":15,"currency":"EUR"}}]}""";

  private static String ofRoles(String... roles) {
    return "{\"roles\":[" + String.join(",", roles) + "]}";
  }

  private static String role(String name, String grants) {
    return "{\"name\":\"%s\",\"grants\":%s}".formatted(name, grants);
  }

  private static Answer prepared(Api api, String bundle, String environment) {
    return api.post(
        "/api/releases/prepare", Body.of("to_env", environment, "bundle_data", Body.json(bundle)));
  }

  private static List<String> findings(Answer prepared) {
    return prepared.json().getJsonArray("findings").getValuesAs(JsonObject.class).stream()
        .map(one -> one.getString("severity") + " " + one.getString("message"))
        .toList();
  }

  private static List<String> sections(Answer prepared) {
    return prepared.json().getJsonObject("manifest").getJsonArray("sections").stream()
        .map(Object::toString)
        .toList();
  }

  /** A tenant whose production needs no approval. */
  private static TestTenant tenant() {
    TestTenant tenant = Fixtures.tenant();
    new ReleaseDesk(tenant.api()).change("production", UNTOUCHED_POLICY);
    return tenant;
  }

  private static List<String> grants(TestTenant tenant, String role) {
    return tenant.api().get("/api/roles/" + role).is(200).json().getJsonArray("grants").stream()
        .map(value -> value.toString().replace("\"", ""))
        .toList();
  }

  private static void throughAll(ReleaseDesk desk, String release) {
    desk.promoted(release, "dev", "live");
    for (String next : List.of("staging", "production")) {
      desk.prepareAlso(release, next);
      desk.promoted(release, next, "live");
    }
  }

  @Test
  void rolesAreShownEverywhereTakeEffectInProductionAndComeBackAsFarAsNobodyTookThemUp() {
    TestTenant tenant = tenant();
    ReleaseDesk desk = new ReleaseDesk(tenant.api());
    String support = tenant.role("grants", List.of("projects:write", "tasks:read"));
    String old = tenant.role("grants", List.of("tasks:read"));
    String changed = tenant.role("grants", List.of("tasks:read"));
    for (int i = 0; i < 2; i++) {
      tenant.assign(support, "user_id", tenant.newUser("viewer").id());
    }
    String bundle =
        ofRoles(
            role(support, "[\"tasks:read\",\"audit:export\"]"),
            "{\"name\":\"made-by-release\",\"parents\":[\"" + support + "\"]}",
            "{\"name\":\"" + old + "\",\"delete\":true}",
            role(changed, "[]"),
            role("taken-up", "[\"tasks:read\"]"));
    Answer first = prepared(tenant.api(), bundle, "dev").is(200);
    assertThat(findings(first))
        .contains("warning roles: 2 people would lose projects:write.")
        .contains("info roles: 2 people would gain audit:export.")
        .anyMatch(text -> text.contains("takes effect in production only"));
    assertThat(sections(first)).isEmpty();
    String release = first.string("release_id");
    desk.promoted(release, "dev", "live");
    assertThat(grants(tenant, support)).contains("projects:write");
    desk.prepareAlso(release, "staging");
    desk.promoted(release, "staging", "live");
    desk.prepareAlso(release, "production");
    desk.promoted(release, "production", "live");
    assertThat(grants(tenant, support)).containsExactly("tasks:read", "audit:export");
    tenant.api().get("/api/roles/made-by-release").is(200);
    tenant.api().get("/api/roles/" + old).isProblem(404, "not_found");
    assertThat(tenant.api().get("/api/audit-logs?action=role.released").is(200).items()).hasSize(5);
    tenant.api().patch("/api/roles/" + changed, Body.of("grants", List.of("files:read"))).is(200);
    tenant.assign("taken-up", "user_id", tenant.newUser("viewer").id());
    desk.rollBack(release, "production", null).is(202);
    desk.until(release, "production", "rolled_back");
    assertThat(grants(tenant, support)).containsExactly("projects:write", "tasks:read");
    tenant.api().get("/api/roles/made-by-release").isProblem(404, "not_found");
    assertThat(grants(tenant, old)).containsExactly("tasks:read");
    assertThat(desk.log(release, "production"))
        .contains("The role " + changed + " is left as it is: it was changed since.")
        .contains(
            "The role taken-up is left as it is: The role taken-up is used by 1 role assignment.");
    assertThat(grants(tenant, changed)).containsExactly("files:read");
    assertThat(grants(tenant, "taken-up")).containsExactly("tasks:read");
    assertThat(tenant.api().get("/api/audit-logs?action=role.released").is(200).items())
        .as("what was left is not told as done")
        .hasSize(8);
  }

  @Test
  void nobodyReleasesARoleThatMayMoreThanThey() {
    TestTenant tenant = tenant();
    String releaser =
        tenant.role("grants", List.of("releases:*", "environments:*", "roles:*", "tasks:*"));
    TestUser user = tenant.newUser("viewer");
    tenant.assign(releaser, "user_id", user.id());
    Api theirs = user.api();
    prepared(theirs, ofRoles(role("mighty", "[\"billing:admin\"]")), "dev")
        .isProblem(403, "role_above_caller");
    String bundle = ofRoles(role("modest", "[\"tasks:write\"]"));
    prepared(tenant.as("manager"), bundle, "dev").isProblem(403, "permission_required");
    ReleaseDesk desk = new ReleaseDesk(theirs);
    String release = prepared(theirs, bundle, "dev").is(200).string("release_id");
    desk.promoted(release, "dev", "live");
    desk.prepareAlso(release, "staging");
    desk.promoted(release, "staging", "live");
    desk.prepareAlso(release, "production");
    tenant
        .api()
        .patch(
            "/api/roles/" + releaser,
            Body.of("grants", List.of("releases:*", "environments:*", "roles:*")))
        .is(200);
    JsonObject undone = desk.promoted(release, "production", "rolled_back");
    assertThat(undone.getJsonObject("failure").getString("message"))
        .contains("may do more than you may");
    tenant.api().get("/api/roles/modest").isProblem(404, "not_found");
  }

  @Test
  void whoMayNotChangeRolesAnyMoreChangesNoneByAReleaseThatTheyPrepared() {
    TestTenant tenant = tenant();
    String releaser = tenant.role("grants", List.of("releases:*", "environments:*", "roles:*"));
    TestUser user = tenant.newUser("viewer");
    tenant.assign(releaser, "user_id", user.id());
    tenant.assign(tenant.role("grants", List.of("tasks:*")), "user_id", user.id());
    ReleaseDesk desk = new ReleaseDesk(user.api());
    String release =
        prepared(user.api(), ofRoles(role("modest", "[\"tasks:write\"]")), "dev")
            .is(200)
            .string("release_id");
    desk.promoted(release, "dev", "live");
    desk.prepareAlso(release, "staging");
    desk.promoted(release, "staging", "live");
    desk.prepareAlso(release, "production");
    tenant
        .api()
        .patch("/api/roles/" + releaser, Body.of("grants", List.of("releases:*", "environments:*")))
        .is(200);
    JsonObject undone = desk.promoted(release, "production", "rolled_back");
    assertThat(undone.getJsonObject("failure").getString("message"))
        .contains("answers for the section roles does not hold roles:write");
    tenant.api().get("/api/roles/modest").isProblem(404, "not_found");
  }

  @Test
  void anUndoingGivesNobodyBackWhatTheyMayNotHandOut() {
    TestTenant tenant = tenant();
    String ops = tenant.role("grants", List.of("billing:admin", "tasks:read"));
    TestUser undoing = tenant.newUser("database_admin");
    tenant.assign(ops, "user_id", undoing.id());
    ReleaseDesk desk = new ReleaseDesk(tenant.api());
    String release =
        prepared(tenant.api(), ofRoles(role(ops, "[\"tasks:read\"]")), "dev")
            .is(200)
            .string("release_id");
    throughAll(desk, release);
    ReleaseDesk theirs = new ReleaseDesk(undoing.api());
    assertThat(
            theirs
                .rollBack(release, "production", null)
                .isProblem(403, "permission_required")
                .string("permission"))
        .isEqualTo("roles:write");
    tenant.assign(
        tenant.role("grants", List.of("roles:write", "tasks:*")), "user_id", undoing.id());
    theirs.rollBack(release, "production", null).is(202);
    desk.until(release, "production", "rolled_back");
    assertThat(grants(tenant, ops)).containsExactly("tasks:read");
    assertThat(desk.log(release, "production"))
        .anyMatch(
            text ->
                text.startsWith("The role " + ops + " is left as it is: ")
                    && text.contains("may do more"));
  }

  @Test
  void faultsOfASectionHaveTheirPlaces() {
    TestTenant tenant = Fixtures.tenant();
    String others = Fixtures.tenant().role("grants", List.of("tasks:read"));
    String wrong =
        ofRoles(
            role("viewer", "[]"),
            role("right", "[\"moons:read\"]"),
            "{\"name\":\"" + others + "\",\"delete\":true}",
            role("right", "[]"));
    assertThat(prepared(tenant.api(), wrong, "dev").isProblem(400, "invalid").faults())
        .containsExactly(
            "/bundle_data/roles/0/name built_in",
            "/bundle_data/roles/1/grants/0 unknown_permission",
            "/bundle_data/roles/2/name unknown",
            "/bundle_data/roles/3/name twice");
    String ofProject =
        Body.of(
            "to_env",
            "dev",
            "project_id",
            tenant.project(),
            "bundle_data",
            Body.json(ofRoles(role("right", "[]"))));
    assertThat(
            tenant
                .api()
                .post("/api/releases/prepare", ofProject)
                .isProblem(400, "invalid")
                .faults())
        .containsExactly("/bundle_data/roles of_tenant");
    prepared(tenant.api(), PLANS.formatted("basic"), "dev").isProblem(403, "platform_only");
  }

  @Test
  void plansAreReleasedByThePlatformWhichSeesWhomItReaches() {
    String plan = Fixtures.unique("plan").toLowerCase(Locale.ROOT);
    TestTenant large = Fixtures.tenant("tier", "free");
    TestTenant small = Fixtures.tenant("tier", "free");
    TestTenant agreed = Fixtures.tenant("tier", "free");
    Api operator = Fixtures.operator();
    operator
        .post(
            "/api/plans",
            Body.of(
                "id",
                plan,
                "name",
                "Released",
                "price",
                Body.json("{\"amount\":12.50,\"currency\":\"EUR\"}"),
                "entitlements",
                Body.json("{\"custom_domains\":true}"),
                "tenants",
                List.of(large.slug(), small.slug(), agreed.slug())))
        .is(201);
    for (TestTenant one : List.of(large, small, agreed)) {
      one.project();
      one.api().post("/api/subscription/change", Body.of("plan", plan)).is(200);
    }
    large.project();
    String own =
        "{\"settings\":{\"quotas\":{\"projects\":9},\"entitlements\":{\"custom_domains\":true}}}";
    operator.patch(agreed.path(), own).is(200);
    ReleaseDesk desk = new ReleaseDesk(operator);
    desk.change("production", UNTOUCHED_POLICY);
    Answer first = prepared(operator, PLANS.formatted(plan), "dev").is(200);
    assertThat(findings(first))
        .contains(
            "warning plans: 2 tenants would get 402 on custom_domains.",
            "warning plans: 2 tenants have at least 1 projects and would get 402 on one more.",
            "info plans: 3 tenants have "
                + plan
                + ", and pay its new price from their next month on.",
            "info plans: " + plan + " costs 15 EUR a month instead of 12.50 EUR.");
    String release = first.string("release_id");
    throughAll(desk, release);
    JsonObject now = operator.get("/api/plans/" + plan).is(200).json();
    assertThat(now.getJsonObject("limits").toString()).isEqualTo("{\"projects\":1}");
    assertThat(now.getJsonObject("entitlements").getBoolean("custom_domains")).isFalse();
    assertThat(now.getJsonObject("price").toString()).contains("15.00");
    small
        .api()
        .post("/api/projects", Body.of("name", "One too many"))
        .isProblem(402, "quota_exceeded");
    operator
        .put(
            "/api/plans/" + plan,
            Body.of(
                "name",
                "Released",
                "price",
                Body.json("{\"amount\":15,\"currency\":\"EUR\"}"),
                "limits",
                Body.json("{\"projects\":4}"),
                "entitlements",
                Body.json("{\"custom_domains\":false}"),
                "tenants",
                List.of(large.slug(), small.slug(), agreed.slug())))
        .is(200);
    desk.rollBack(release, "production", null).is(202);
    desk.until(release, "production", "rolled_back");
    assertThat(desk.log(release, "production"))
        .anyMatch(text -> text.contains(plan + " limit projects"));
    JsonObject then = operator.get("/api/plans/" + plan).is(200).json();
    assertThat(then.getJsonObject("limits").toString()).isEqualTo("{\"projects\":4}");
    assertThat(then.getJsonObject("entitlements").getBoolean("custom_domains")).isTrue();
    assertThat(then.getJsonObject("price").toString()).contains("12.50");
  }
}
