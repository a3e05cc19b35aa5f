package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PoliciesIT {
  private static final String UNKNOWN = "00000000-0000-7000-8000-00000000abcd";
  private static final String LIST = "/api/policies";

  private static TestTenant tenant;
  private static Api api;

  @BeforeAll
  static void oneTenant() {
    tenant = Fixtures.tenant();
    api = tenant.api();
  }

  @Test
  void aPolicyIsToldAsItWasWritten() {
    String window =
        "{\"attribute\":\"environment.time\",\"operator\":\"not_within\",\"value\":[{\"days\":[\"monday\",\"friday\"],"
            + "\"from\":\"08:00\",\"to\":\"18:00\",\"zone\":\"Europe/Berlin\"}]}";
    String condition = "{\"any\":[{\"not\":" + Policies.OUTSIDE + "}," + window + "]}";
    String team = tenant.team();
    String target =
        Body.of(
            "permissions",
            List.of("projects:*"),
            "roles",
            List.of("admin"),
            "teams",
            List.of(team));
    Answer made =
        api.post(
                LIST,
                Policies.body(
                    "condition",
                    Body.json(condition),
                    "target",
                    Body.json(target),
                    "report_only",
                    true,
                    "priority",
                    -7,
                    "expires",
                    "2099-01-01T00:00:00Z"))
            .is(201);
    assertThat(made.place()).isEqualTo(LIST + "/" + made.id());
    Answer told = api.get(made.place()).is(200);
    assertThat(told.etag()).isEqualTo(made.etag());
    assertThat(told.json()).isEqualTo(made.json());
    assertThat(told.json().get("condition")).hasToString(condition);
    assertThat(told.json().getJsonObject("target").getJsonArray("roles"))
        .hasToString("[\"tenant_admin\"]");
    assertThat(told.json().getJsonObject("target").getJsonArray("api_keys")).isEmpty();
    assertThat(told.json().getInt("priority")).isEqualTo(-7);
    assertThat(told.json().getBoolean("report_only")).isTrue();
    assertThat(told.json().getBoolean("enabled")).isTrue();
  }

  @Test
  void whatIsWrongIsRefusedAtItsPlace() {
    String tests =
        "{\"all\":[{\"attribute\":\"resource.colour\",\"operator\":\"eq\",\"value\":\"red\"},"
            + "{\"attribute\":\"subject.email\",\"operator\":\"lt\",\"value\":\"a\"},"
            + "{\"attribute\":\"environment.mfa_age_seconds\",\"operator\":\"lt\",\"value\":\"900\"},"
            + "{\"attribute\":\"environment.address\",\"operator\":\"in_network\",\"value\":[\"10.0.0.1/8\"]},"
            + "{\"attribute\":\"resource.classification\",\"operator\":\"in\",\"value\":[\"PII\",\"pii\"]},"
            + "{\"attribute\":\"environment.time\",\"operator\":\"within\",\"value\":[{\"from\":\"09:00\",\"to\":\"09:00\",\"zone\":\"UTC\"}]}]}";
    String target =
        Body.of(
            "permissions", List.of("projects:read", "project:*"),
            "resource_types", List.of("things"),
            "roles", List.of("viewer", "chief"),
            "users", List.of(tenant.owner().id(), UNKNOWN),
            "teams", List.of(UNKNOWN),
            "api_keys", List.of(UNKNOWN));
    String body =
        Policies.body(
            "condition",
            Body.json(tests),
            "target",
            Body.json(target),
            "not_before",
            "2026-02-01T00:00:00Z",
            "expires",
            "2026-01-01T00:00:00Z");
    List<String> faults =
        List.of(
            "/expires expires_before_start",
            "/target/permissions/1 unknown_permission",
            "/target/resource_types/0 unknown_resource_type",
            "/target/roles/1 unknown_role",
            "/target/users/1 unknown_user",
            "/target/teams/0 unknown_team",
            "/target/api_keys/0 unknown_api_key",
            "/condition/all/0/attribute unknown_attribute",
            "/condition/all/1/operator operator_not_taken",
            "/condition/all/2/value wrong_type",
            "/condition/all/3/value/0 malformed_network",
            "/condition/all/4/value/1 out_of_domain",
            "/condition/all/5/value/0 window_never_opens");
    assertThat(api.post(LIST, body).isProblem(400, "invalid").faults())
        .containsExactlyElementsOf(faults);
    Answer checked = api.post(LIST + "/check", body).is(200);
    assertThat(found(checked)).containsExactlyElementsOf(faults);
  }

  @Test
  void whatCanNeverMatchAndWhatIsDeeperThanItMayBeIsRefused() {
    String never =
        "{\"all\":[{\"attribute\":\"subject.email\",\"operator\":\"eq\",\"value\":\"a@b.c\"},"
            + "{\"attribute\":\"subject.email\",\"operator\":\"eq\",\"value\":\"d@e.f\"}]}";
    refused("/condition never_matches", "condition", Body.json(never));
    String deep = Policies.OUTSIDE;
    for (int level = 0; level < 8; level++) {
      deep = "{\"not\":" + deep + "}";
    }
    refused("/condition" + "/not".repeat(8) + " too_deep", "condition", Body.json(deep));
    refused("/condition/all empty_combinator", "condition", Body.json("{\"all\":[]}"));
  }

  @Test
  void theFormIsReadStrictly() {
    refused("/colour unknown_field", "colour", "red");
    refused("/effect value", "effect", "perhaps");
    refused("/priority type", "priority", "high");
    refused("/target/permissions size", "target", Body.json("{\"permissions\":[]}"));
    refused(
        "/target/everybody unknown_field",
        "target",
        Body.json("{\"permissions\":[\"audit:export\"],\"everybody\":true}"));
    refused("/condition type", "condition", "always");
    refused("/condition condition_form", "condition", Body.json("{\"all\":[],\"any\":[]}"));
    refused(
        "/condition/if unknown_field",
        "condition",
        Body.json("{\"attribute\":\"subject.id\",\"operator\":\"exists\",\"if\":1}"));
  }

  private static void refused(String fault, Object... members) {
    assertThat(api.post(LIST, Policies.body(members)).isProblem(400, "invalid").faults())
        .containsExactly(fault);
  }

  private static List<String> found(Answer report) {
    return report.json().getJsonArray("findings").getValuesAs(JsonObject.class).stream()
        .map(finding -> finding.getString("pointer") + " " + finding.getString("code"))
        .toList();
  }

  @Test
  void aCheckWarnsOfWhatIsOddAndSavesNothing() {
    Api other = Fixtures.tenant().api();
    String body = Policies.body("expires", "2020-01-01T00:00:00Z");
    Answer report = other.post(LIST + "/check", body).is(200);
    assertThat(found(report)).containsExactly("/expires already_over");
    assertThat(report.json().getJsonArray("findings").getJsonObject(0).getString("level"))
        .isEqualTo("warning");
    assertThat(other.get(LIST).items()).isEmpty();
    other.post(LIST, body).is(201);
  }

  @Test
  void changesCarryTheVersionThatTheyAreMadeOf() {
    String place = LIST + "/" + Policies.made(api, "condition", Body.json(Policies.OUTSIDE));
    String etag = api.get(place).etag();
    Answer off = api.with("If-Match", etag).patch(place, "{\"enabled\":false}").is(200);
    assertThat(off.json().getBoolean("enabled")).isFalse();
    assertThat(off.json().get("condition")).hasToString(Policies.OUTSIDE);
    Api stale = api.with("If-Match", etag);
    stale.patch(place, "{\"enabled\":true}").isProblem(412, "stale");
    stale.put(place, Policies.body()).isProblem(412, "stale");
    stale.delete(place).isProblem(412, "stale");
    Answer replaced = api.with("If-Match", off.etag()).put(place, Policies.body()).is(200);
    assertThat(replaced.json().getBoolean("enabled")).isTrue();
    assertThat(replaced.isNull("condition")).isTrue();
    api.with("If-Match", replaced.etag()).delete(place).is(204);
    api.get(place).isProblem(404, "not_found");
  }

  @Test
  void aChangeIsCheckedAsAWhole() {
    String place = LIST + "/" + Policies.made(api, "not_before", "2030-01-01T00:00:00Z");
    assertThat(
            api.patch(place, "{\"expires\":\"2029-01-01T00:00:00Z\"}")
                .isProblem(400, "invalid")
                .faults())
        .containsExactly("/expires expires_before_start");
    assertThat(api.get(place).isNull("expires")).isTrue();
  }

  @Test
  void aNameIsThereOnce() {
    String name = api.get(LIST + "/" + Policies.made(api)).string("name");
    api.post(LIST, Policies.body("name", name)).isProblem(409, "name_taken");
    String other = LIST + "/" + Policies.made(api);
    api.patch(other, Body.of("name", name)).isProblem(409, "name_taken");
    api.patch(other, Body.of("name", api.get(other).string("name"))).is(200);
  }

  @Test
  void theListIsFilteredAndSorted() {
    Api other = Fixtures.tenant().api();
    String all = Body.of("permissions", List.of("tasks:read"));
    Policies.made(other, "name", "b", "priority", 5, "target", Body.json(all));
    Policies.made(other, "name", "c", "priority", 9, "effect", "allow", "target", Body.json(all));
    String tasks = Body.of("permissions", List.of("tasks:write"));
    Policies.made(
        other, "name", "a", "report_only", true, "enabled", false, "target", Body.json(tasks));
    assertThat(names(other, "")).containsExactly("a", "b", "c");
    assertThat(names(other, "?sort=-priority")).containsExactly("c", "b", "a");
    assertThat(names(other, "?effect=allow")).containsExactly("c");
    assertThat(names(other, "?report_only=true")).containsExactly("a");
    assertThat(names(other, "?enabled=true")).containsExactly("b", "c");
    assertThat(names(other, "?permission=tasks:read")).containsExactly("b", "c");
    assertThat(names(other, "?permission=tasks:write")).containsExactly("a", "b");
    assertThat(names(other, "?permission=tasks:admin")).containsExactly("a", "b");
    other.get(LIST + "?permission=tasks:paint").isProblem(400, "invalid");
    other.get(LIST + "?effect=perhaps").isProblem(400, "invalid");
    Answer first = other.get(LIST + "?sort=-priority&limit=2").is(200);
    assertThat(first.each("name")).containsExactly("c", "b");
    String next = "?sort=-priority&limit=2&after=" + first.string("next");
    assertThat(names(other, next)).containsExactly("a");
  }

  private static List<String> names(Api api, String query) {
    return api.get(LIST + query).is(200).each("name");
  }

  @Test
  void onlyWhoHoldsThePermissionReadsAndWrites() {
    String place = LIST + "/" + Policies.made(api);
    for (String role : List.of("viewer", "manager")) {
      Api other = tenant.as(role);
      other.get(LIST).isProblem(403, "permission_required");
      other.get(place).isProblem(403, "permission_required");
      other.post(LIST, Policies.body()).isProblem(403, "permission_required");
      other.post(LIST + "/check", Policies.body()).isProblem(403, "permission_required");
      other.get(LIST + "/schema").isProblem(403, "permission_required");
      other.get(LIST + "/attributes").isProblem(403, "permission_required");
      other.patch(place, "{}").isProblem(403, "permission_required");
      other.delete(place).isProblem(403, "permission_required");
    }
    Fixtures.tenant().api().get(place).isProblem(404, "not_found");
  }

  @Test
  void nobodyLocksThemselvesOrTheAdministratorsOut() {
    locksOut("{\"permissions\":[\"*:*\"]}", null);
    locksOut("{\"permissions\":[\"policies:write\"]}", null);
    locksOut("{\"permissions\":[\"roles:read\"],\"roles\":[\"admin\"]}", null);
    locksOut("{\"permissions\":[\"*:write\"],\"users\":[\"" + tenant.owner().id() + "\"]}", null);
    locksOut("{\"permissions\":[\"*:*\"]}", Policies.OUTSIDE);
    String inside = Policies.OUTSIDE.replace("not_in", "in");
    String everything = "{\"permissions\":[\"*:*\"]}";
    String harmless =
        Policies.made(api, "target", Body.json(everything), "condition", Body.json(inside));
    api.patch(LIST + "/" + harmless, "{\"condition\":null}").isProblem(409, "last_administrator");
    Policies.made(api, "target", Body.json(everything), "report_only", true);
    Policies.made(api, "target", Body.json(everything), "enabled", false);
    Policies.made(api, "target", Body.json("{\"permissions\":[\"*:*\"],\"roles\":[\"viewer\"]}"));
    api.get(LIST).is(200);
  }

  private static void locksOut(String target, String condition) {
    String body =
        Policies.body(
            "target",
            Body.json(target),
            "condition",
            condition == null ? null : Body.json(condition));
    api.post(LIST, body).isProblem(409, "last_administrator");
  }

  @Test
  void theCatalogueAndTheSchemaAreTold() {
    Answer attributes = api.get(LIST + "/attributes").is(200);
    assertThat(attributes.each("name"))
        .contains("environment.address", "resource.classification", "context.*");
    Answer schema = api.get(LIST + "/schema").is(200);
    assertThat(schema.header("Content-Type")).startsWith("application/schema+json");
    assertThat(schema.json().getJsonObject("$defs").keySet()).containsAll(attributes.each("name"));
  }

  @Test
  void whatHappensToAPolicyIsOnRecordAndAnnounced() {
    Api other = Fixtures.tenant().api();
    String id = Policies.made(other, "name", "On record");
    other.patch(LIST + "/" + id, "{\"report_only\":true}").is(200);
    other.patch(LIST + "/" + id, "{}").is(200);
    other.delete(LIST + "/" + id).is(204);
    List<JsonObject> events =
        other.get("/api/audit-logs?resource_type=policy&resource_id=" + id).is(200).items();
    assertThat(events.stream().map(event -> event.getString("action")))
        .containsExactlyInAnyOrder(
            "policy.created", "policy.updated", "policy.updated", "policy.deleted");
    assertThat(events.stream().map(event -> String.valueOf(event.get("new_values"))))
        .anySatisfy(values -> assertThat(values).contains("\"report_only\":true"));
    assertThat(other.get("/api/webhooks/messages").each("type"))
        .containsOnlyOnce("policy.created", "policy.updated", "policy.deleted");
  }
}
