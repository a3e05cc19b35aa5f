package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ExplainIT {
  private static final String UNKNOWN = "00000000-0000-7000-8000-00000000abcd";
  private static final String EXPLAIN = "/api/access/explain";

  private static TestTenant tenant;

  @BeforeAll
  static void oneTenant() {
    tenant = Fixtures.tenant();
  }

  @Test
  void onesOwnPermissionIsLedBackToTheRoleThatGivesIt() {
    TestUser developer = tenant.user("developer");
    Answer told = developer.api().post(EXPLAIN, Body.of("permission", "projects:read")).is(200);
    assertThat(told.string("decision")).isEqualTo("allow");
    assertThat(told.json().getJsonObject("subject").getString("user_id")).isEqualTo(developer.id());
    JsonObject reason = reasons(told, "held_by_role").get(0);
    assertThat(reason.getString("role")).isEqualTo("developer");
    assertThat(reason.getString("entry")).isEqualTo("projects:write");
    assertThat(reason.getJsonObject("holder").getString("id")).isEqualTo(developer.id());
    assertThat(told.json().getJsonArray("ways")).isEmpty();
    assertThat(told.json().getJsonObject("environment").getString("ip_address")).isNotBlank();
  }

  @Test
  void aRefusedPersonIsToldWhyAndNoNames() {
    Api viewer = tenant.as("viewer");
    Answer refused = viewer.post("/api/projects", Body.of("name", "No")).isProblem(403, REQUIRED);
    assertThat(refused.string("hint")).contains("/api/access/explain");
    Answer told = viewer.post(EXPLAIN, decision(refused)).is(200);
    assertThat(told.string("decision")).isEqualTo("deny");
    assertThat(told.string("permission")).isEqualTo("projects:write");
    assertThat(told.isNull("resource")).isTrue();
    assertThat(reasons(told, "not_held")).hasSize(1);
    JsonObject refusal = told.json().getJsonObject("refusal");
    assertThat(refusal.getString("decision_id")).isEqualTo(refused.string("decision_id"));
    assertThat(refusal.getString("decision")).isEqualTo("deny");
    assertThat(refusal.getString("decision_now")).isEqualTo("deny");
    assertThat(refusal.getString("time"))
        .isEqualTo(told.json().getJsonObject("environment").getString("time"));
    List<JsonObject> ways = changes(told);
    assertThat(ways).isNotEmpty().allMatch(way -> way.get("who") == JsonValue.NULL);
    assertThat(ways).allMatch(way -> way.getString("requires").equals("roles:write"));
    assertThat(told.text()).doesNotContain(tenant.owner().email());
  }

  private static final String REQUIRED = "permission_required";

  @Test
  void theOfferedRoleReallyAllowsItAndTheOldDecisionSaysSo() {
    TestUser viewer = tenant.newUser("viewer");
    String project = tenant.project("visibility", "public");
    String place = "/api/projects/" + project;
    Answer refused = viewer.api().patch(place, "{}").isProblem(403, REQUIRED);
    Answer told = tenant.api().post(EXPLAIN, decision(refused)).is(200);
    assertThat(told.json().getJsonObject("subject").getString("user_id")).isEqualTo(viewer.id());
    assertThat(told.json().getJsonObject("resource").getString("id")).isEqualTo(project);
    JsonObject way = changes(told).get(0);
    assertThat(way.getString("kind")).isEqualTo("grant_role");
    assertThat(way.getString("requires")).isEqualTo("roles:write");
    assertThat(way.getJsonArray("who").getValuesAs(JsonObject.class))
        .extracting(person -> person.getString("email"))
        .containsExactly(tenant.owner().email());
    tenant.assign(way.getString("role"), "user_id", way.getJsonObject("holder").getString("id"));
    viewer.api().patch(place, "{}").is(200);
    Answer again = viewer.api().post(EXPLAIN, decision(refused)).is(200);
    assertThat(again.string("decision")).isEqualTo("allow");
    JsonObject refusal = again.json().getJsonObject("refusal");
    assertThat(refusal.getString("decision")).isEqualTo("deny");
    assertThat(refusal.getString("decision_now")).isEqualTo("allow");
    assertThat(again.json().getInt("version")).isGreaterThan(refusal.getInt("version"));
  }

  @Test
  void aDenyEntryIsNamedAndEndingItsAssignmentHelps() {
    TestUser developer = tenant.newUser("developer");
    String careful = tenant.role("denies", List.of("projects:write"));
    String assignment = tenant.assign(careful, "user_id", developer.id());
    Answer refused =
        developer.api().post("/api/projects", Body.of("name", "No")).isProblem(403, REQUIRED);
    Answer told = tenant.api().post(EXPLAIN, decision(refused)).is(200);
    JsonObject denied = reasons(told, "denied_by_role").get(0);
    assertThat(denied.getString("role")).isEqualTo(careful);
    assertThat(denied.getString("entry")).isEqualTo("projects:write");
    assertThat(denied.getString("assignment_id")).isEqualTo(assignment);
    assertThat(reasons(told, "held_by_role")).isNotEmpty();
    assertThat(changes(told))
        .extracting(way -> way.getString("kind"))
        .contains("end_assignment", "remove_deny_entry");
    JsonObject end =
        changes(told).stream()
            .filter(way -> way.getString("kind").equals("end_assignment"))
            .findFirst()
            .orElseThrow();
    tenant.api().delete("/api/role-assignments/" + end.getString("assignment_id")).is(204);
    developer.api().post("/api/projects", Body.of("name", "Yes")).is(201);
  }

  @Test
  void aPolicyIsToldTestByTestToWhoMayReadPolicies() {
    TestTenant strict = Fixtures.tenant();
    String policy =
        Policies.made(
            strict.api(),
            "target",
            Body.json("{\"permissions\":[\"projects:write\"],\"roles\":[\"developer\"]}"),
            "condition",
            Body.json(Policies.OUTSIDE));
    TestUser developer = strict.user("developer");
    Answer refused =
        developer.api().post("/api/projects", Body.of("name", "No")).isProblem(403, REQUIRED);
    Answer told = strict.api().post(EXPLAIN, decision(refused)).is(200);
    JsonObject denied = reasons(told, "denied_by_policy").get(0);
    assertThat(denied.getJsonObject("policy").getString("id")).isEqualTo(policy);
    JsonObject test = denied.getJsonArray("tests").getJsonObject(0);
    assertThat(test.getString("pointer")).isEmpty();
    assertThat(test.getString("attribute")).isEqualTo("environment.address");
    assertThat(test.getString("operator")).isEqualTo("not_in_network");
    assertThat(test.get("value")).hasToString("[\"10.0.0.0/8\"]");
    assertThat(test.getString("result")).isEqualTo("yes");
    assertThat(kinds(told)).contains("come_from_network", "change_policy");
    Answer own = developer.api().post(EXPLAIN, decision(refused)).is(200);
    assertThat(reasons(own, "denied_by_policy").get(0).get("tests")).isEqualTo(JsonValue.NULL);
    assertThat(kinds(own)).contains("come_from_network");
    assertThat(own.text()).doesNotContain("10.0.0.0");
    Answer office =
        developer
            .api()
            .post(EXPLAIN, asked("projects:write", "environment", "{\"ip_address\":\"10.1.2.3\"}"))
            .is(200);
    assertThat(office.string("decision")).isEqualTo("allow");
  }

  @Test
  void aPolicyAboutThingsNarrowsAListAndDoesNotRefuseIt() {
    TestTenant strict = Fixtures.tenant();
    Policies.made(
        strict.api(),
        "target",
        Body.json("{\"permissions\":[\"projects:read\"],\"roles\":[\"viewer\"]}"),
        "condition",
        Body.json(
            "{\"attribute\":\"resource.classification\",\"operator\":\"eq\",\"value\":\"PII\"}"));
    Api viewer = strict.as("viewer");
    viewer.get("/api/projects").is(200);
    Answer told = viewer.post(EXPLAIN, Body.of("permission", "projects:read")).is(200);
    assertThat(told.string("decision")).isEqualTo("allow");
    assertThat(reasons(told, "narrowed_by_policy")).hasSize(1);
    assertThat(reasons(told, "denied_by_policy")).isEmpty();
  }

  @Test
  void explainingOthersTakesPermissionToReadRolesAndPolicies() {
    TestUser developer = tenant.user("developer");
    String question = about(developer.id(), "roles:write");
    Answer refused = tenant.as("manager").post(EXPLAIN, question).isProblem(403, REQUIRED);
    assertThat(refused.string("permission")).isEqualTo("roles:read");
    Answer why = tenant.as("manager").post(EXPLAIN, decision(refused)).is(200);
    assertThat(why.string("permission")).isEqualTo("roles:read");
    TestUser reader = tenant.newUser("viewer");
    tenant.assign(tenant.role("grants", List.of("roles:read")), "user_id", reader.id());
    Answer half = reader.api().post(EXPLAIN, question).isProblem(403, REQUIRED);
    assertThat(half.string("permission")).isEqualTo("policies:read");
    tenant.assign(tenant.role("grants", List.of("policies:read")), "user_id", reader.id());
    Answer told = reader.api().post(EXPLAIN, question).is(200);
    assertThat(told.string("decision")).isEqualTo("deny");
    assertThat(told.json().getJsonObject("environment").get("ip_address"))
        .isEqualTo(JsonValue.NULL);
    String[] decisions = {refused.string("decision_id"), half.string("decision_id")};
    Stream.of(decisions)
        .forEach(
            id ->
                tenant
                    .as("developer")
                    .post(EXPLAIN, Body.of("decision_id", id))
                    .isProblem(404, "not_found"));
    reader.api().post(EXPLAIN, Body.of("decision_id", decisions[0])).isProblem(404, "not_found");
  }

  @Test
  void ofAnotherTenantThereIsNothing() {
    TestTenant other = Fixtures.tenant();
    Answer refused =
        other.as("viewer").post("/api/projects", Body.of("name", "No")).isProblem(403, REQUIRED);
    tenant.api().post(EXPLAIN, decision(refused)).isProblem(404, "not_found");
    tenant
        .api()
        .post(EXPLAIN, about(other.owner().id(), "projects:read"))
        .isProblem(404, "not_found");
    String key = other.apiKey("role", "viewer").id();
    tenant
        .api()
        .post(EXPLAIN, asked("projects:read", "subject", Body.of("api_key_id", key)))
        .isProblem(404, "not_found");
    tenant
        .api()
        .post(EXPLAIN, on("projects:read", "project", other.project()))
        .isProblem(404, "not_found");
    tenant.api().post(EXPLAIN, Body.of("decision_id", UNKNOWN)).isProblem(404, "not_found");
    other
        .as("viewer")
        .in(tenant.slug())
        .post(EXPLAIN, decision(refused))
        .isProblem(404, "not_found");
  }

  @Test
  void whatIsHiddenStaysHiddenFromTheOneItIsHiddenFrom() {
    TestUser viewer = tenant.newUser("viewer");
    String project = tenant.project("visibility", "private");
    Answer hidden = viewer.api().get("/api/projects/" + project).isProblem(404, "not_found");
    String question = on("projects:read", "project", project);
    Answer own = viewer.api().post(EXPLAIN, question).isProblem(404, "not_found");
    Answer nothing =
        viewer
            .api()
            .post(EXPLAIN, on("projects:read", "project", UNKNOWN))
            .isProblem(404, "not_found");
    assertThat(own.string("detail")).isEqualTo(nothing.string("detail"));
    String event =
        tenant
            .api()
            .get("/api/audit-logs?request_id=" + hidden.string("request_id"))
            .is(200)
            .items()
            .get(0)
            .getString("id");
    viewer.api().post(EXPLAIN, Body.of("decision_id", event)).isProblem(404, "not_found");
    Answer told = tenant.api().post(EXPLAIN, Body.of("decision_id", event)).is(200);
    assertThat(told.string("decision")).isEqualTo("hidden");
    assertThat(reasons(told, "not_shown").get(0).getString("visibility")).isEqualTo("private");
    JsonObject share = changes(told).get(0);
    assertThat(share.getString("kind")).isEqualTo("share");
    assertThat(share.getString("requires")).isEqualTo("projects:write");
    tenant
        .api()
        .patch(
            "/api/projects/" + project,
            "{\"stakeholders\":[{\"user_id\":\"" + viewer.id() + "\",\"role\":\"sponsor\"}]}")
        .is(200);
    viewer.api().get("/api/projects/" + project).is(200);
  }

  @Test
  void aKeyExplainsItselfAndItsMakerExplainsIt() {
    Answer key = tenant.apiKey("permissions", List.of("projects:read"));
    Api automat = Fixtures.nobody().bearing(key.string("key"));
    Answer refused = automat.post("/api/projects", Body.of("name", "No")).isProblem(403, REQUIRED);
    Answer told = automat.post(EXPLAIN, decision(refused)).is(200);
    assertThat(told.json().getJsonObject("subject").getString("api_key_id")).isEqualTo(key.id());
    assertThat(kinds(told)).containsExactly("widen_key");
    Answer maker = tenant.api().post(EXPLAIN, decision(refused)).is(200);
    JsonObject widen = changes(maker).get(0);
    assertThat(widen.getString("api_key_id")).isEqualTo(key.id());
    assertThat(widen.getString("permission")).isEqualTo("projects:write");
    tenant
        .api()
        .patch(
            "/api/admin/api-keys/" + key.id(),
            Body.of("permissions", List.of("projects:read", "projects:write")))
        .is(200);
    automat.post("/api/projects", Body.of("name", "Yes")).is(201);
  }

  @Test
  void aDecisionThatAServiceTakesIsExplainedToo() {
    TestUser member = tenant.newUser("developer");
    String workspace = tenant.workspace();
    String careful = tenant.role("denies", List.of("projects:write"));
    tenant.join(workspace, member, "viewer");
    tenant.assign(careful, "user_id", member.id(), "workspace_id", workspace);
    Answer refused =
        member
            .api()
            .post("/api/projects", Body.of("name", "No", "workspace_id", workspace))
            .isProblem(403, REQUIRED);
    Answer told = member.api().post(EXPLAIN, decision(refused)).is(200);
    JsonObject resource = told.json().getJsonObject("resource");
    assertThat(resource.getString("type")).isEqualTo("project_workspace");
    assertThat(resource.getString("id")).isEqualTo(workspace);
    assertThat(reasons(told, "denied_by_role").get(0).getString("workspace_id"))
        .isEqualTo(workspace);
    JsonObject event =
        tenant
            .api()
            .get("/api/audit-logs?request_id=" + refused.string("request_id"))
            .items()
            .get(0);
    assertThat(event.getString("id")).isEqualTo(refused.string("decision_id"));
    assertThat(event.getJsonObject("old_values")).isEmpty();
    assertThat(event.getJsonObject("new_values").getString("permission"))
        .isEqualTo("projects:write");
  }

  @Test
  void aSuspendedTenantIsTheReason() {
    TestTenant late = Fixtures.tenant();
    Fixtures.operator().post(late.path() + "/suspend").is(200);
    Answer told = late.api().post(EXPLAIN, Body.of("permission", "projects:write")).is(200);
    assertThat(told.string("decision")).isEqualTo("deny");
    assertThat(reasons(told, "tenant_suspended")).hasSize(1);
    assertThat(told.json().getJsonArray("ways")).isEmpty();
    Answer reading = late.api().post(EXPLAIN, Body.of("permission", "projects:read")).is(200);
    assertThat(reading.string("decision")).isEqualTo("allow");
  }

  @Test
  void aReportOnlyPolicyIsToldHereAndInTheLog() {
    TestTenant careful = Fixtures.tenant();
    String policy =
        Policies.made(
            careful.api(),
            "report_only",
            true,
            "target",
            Body.json("{\"permissions\":[\"projects:write\"],\"roles\":[\"developer\"]}"));
    TestUser developer = careful.user("developer");
    developer.api().post("/api/projects", Body.of("name", "Yes")).is(201);
    Answer told = careful.api().post(EXPLAIN, about(developer.id(), "projects:write")).is(200);
    assertThat(told.string("decision")).isEqualTo("allow");
    JsonObject reported = told.json().getJsonArray("reported").getJsonObject(0);
    assertThat(reported.getJsonObject("policy").getString("id")).isEqualTo(policy);
    assertThat(reported.getString("would_be")).isEqualTo("deny");
    String own = Body.of("permission", "projects:write");
    assertThat(developer.api().post(EXPLAIN, own).is(200).json().getJsonArray("reported"))
        .isEmpty();
    Await.until(
        java.time.Duration.ofSeconds(10),
        ExplainIT::log,
        log ->
            log.lines()
                .anyMatch(
                    line ->
                        line.contains(policy)
                            && line.contains("denied projects:write to user " + developer.id())));
  }

  @Test
  void whatMakesNoQuestionIsRefusedAtItsPlace() {
    refused("{}", "/permission not_null");
    refused(asked("projects:fly"), "/permission unknown_permission");
    refused(Body.of("permission", "projects:read", "decision_id", UNKNOWN), "/decision_id one_of");
    refused(asked("projects:read", "subject", "{}"), "/subject one_of");
    refused(on("projects:read", "planet", UNKNOWN), "/resource/type unknown_type");
    refused(
        asked("projects:read", "environment", "{\"ip_address\":\"nowhere\"}"),
        "/environment/ip_address malformed");
    Fixtures.nobody()
        .in(tenant.slug())
        .post(EXPLAIN, Body.of("permission", "projects:read"))
        .is(401);
  }

  private static void refused(String body, String fault) {
    assertThat(tenant.api().post(EXPLAIN, body).isProblem(400, "invalid").faults())
        .containsExactly(fault);
  }

  private static String decision(Answer refused) {
    return Body.of("decision_id", refused.string("decision_id"));
  }

  private static String about(String user, String permission) {
    return asked(permission, "subject", Body.of("user_id", user));
  }

  private static String on(String permission, String type, String id) {
    return asked(permission, "resource", Body.of("type", type, "id", id));
  }

  private static String asked(String permission) {
    return Body.of("permission", permission);
  }

  private static String asked(String permission, String member, String json) {
    return Body.of("permission", permission, member, Body.json(json));
  }

  private static List<JsonObject> reasons(Answer told, String kind) {
    return told.json().getJsonArray("reasons").getValuesAs(JsonObject.class).stream()
        .filter(reason -> reason.getString("kind").equals(kind))
        .toList();
  }

  /** The first change of each way. */
  private static List<JsonObject> changes(Answer told) {
    return told.json().getJsonArray("ways").getValuesAs(jakarta.json.JsonArray.class).stream()
        .map(way -> way.getJsonObject(0))
        .toList();
  }

  private static List<String> kinds(Answer told) {
    return changes(told).stream().map(way -> way.getString("kind")).toList();
  }

  private static String log() {
    try {
      return Installation.log();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
