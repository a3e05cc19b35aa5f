package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AuditIT {
  private static TestTenant tenant;
  private static Api api;

  @BeforeAll
  static void makeATenant() {
    tenant = Fixtures.tenant();
    api = tenant.api();
  }

  @Test
  void aChangeIsRecordedWithAllFields() {
    Api named =
        api.with("X-Request-Id", Fixtures.unique("req"))
            .with("User-Agent", "curl/8")
            .with("X-Forwarded-For", "203.0.113.7");
    String project = Fixtures.project(named, "name", "Before");
    Answer change =
        named
            .with("X-Request-Id", Fixtures.unique("req"))
            .patch("/api/projects/" + project, Body.of("name", "After"))
            .is(200);
    JsonObject event = only("request_id=" + change.header("X-Request-Id"));
    assertThat(event.keySet())
        .containsExactlyInAnyOrder(
            "id",
            "action",
            "user_id",
            "user_email",
            "actor_type",
            "api_key_id",
            "resource_type",
            "resource_id",
            "project_id",
            "tenant",
            "ip_address",
            "user_agent",
            "timestamp",
            "occurred_at",
            "recorded_by",
            "success",
            "severity",
            "pii_accessed",
            "compliance_relevant",
            "old_values",
            "new_values",
            "request_id",
            "error",
            "sequence",
            "sealed");
    assertThat(event.getString("action")).isEqualTo("project.updated");
    assertThat(event.getString("user_id")).isEqualTo(tenant.owner().id());
    assertThat(event.getString("user_email")).isEqualTo(tenant.owner().email());
    assertThat(event.getString("actor_type")).isEqualTo("user");
    assertThat(event.getString("resource_type")).isEqualTo("project");
    assertThat(event.getString("resource_id")).isEqualTo(project);
    assertThat(event.getString("project_id")).isEqualTo(project);
    assertThat(event.getString("tenant")).isEqualTo(tenant.slug());
    assertThat(event.getString("ip_address")).isEqualTo("203.0.113.7");
    assertThat(event.getString("user_agent")).isEqualTo("curl/8");
    assertThat(event.getString("severity")).isEqualTo("INFO");
    assertThat(event.getBoolean("success")).isTrue();
    assertThat(event.isNull("error")).isTrue();
    assertThat(event.getJsonObject("old_values").getString("name")).isEqualTo("Before");
    assertThat(event.getJsonObject("new_values").getString("name")).isEqualTo("After");
    assertThat(event.getJsonObject("new_values"))
        .as("only what changed")
        .doesNotContainKey("priority");
    assertThat(Instant.parse(event.getString("timestamp")))
        .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(5));
  }

  @Test
  void everyStepOfTenancyIsRecorded() {
    TestTenant own = Fixtures.tenant();
    TestUser user = own.newUser("developer");
    own.api().patch("/api/users/" + user.id(), Body.of("department", "Sales")).is(200);
    String team = own.team();
    own.api().patch("/api/teams/" + team, Body.of("description", "D")).is(200);
    own.api().delete("/api/team-members/" + own.joinTeam(team, user)).is(204);
    String workspace = own.workspace();
    own.join(workspace, user, "viewer");
    own.api().patch("/api/workspaces/" + workspace, Body.of("name", "W")).is(200);
    own.api().delete("/api/workspaces/" + workspace + "/members/" + user.id()).is(204);
    String task = own.task(own.project());
    own.api().patch("/api/tasks/" + task, Body.of("status", "done")).is(200);
    own.api().patch(own.path(), Body.of("name", "T")).is(200);
    user.api().post("/api/auth/logout").is(204);
    assertThat(own.api().get("/api/audit-logs?limit=200&success=true").is(200).each("action"))
        .contains(
            "membership.added",
            "user.signed_in",
            "user.created",
            "user.updated",
            "team.created",
            "team.updated",
            "team.member_added",
            "team.member_removed",
            "workspace.created",
            "workspace.updated",
            "workspace.member_added",
            "workspace.member_removed",
            "project.created",
            "task.created",
            "task.updated",
            "tenant.updated",
            "session.revoked");
  }

  @Test
  void theCatalogueTellsWhatIsOnRecord() {
    Answer catalogue = api.get("/api/audit-logs/actions").is(200);
    assertThat(catalogue.items()).hasSizeGreaterThanOrEqualTo(60);
    assertThat(catalogue.each("action"))
        .doesNotHaveDuplicates()
        .containsAll(actions("sort=timestamp"));
    JsonObject known =
        catalogue.items().stream()
            .filter(one -> one.getString("action").equals("api_key.created"))
            .findFirst()
            .orElseThrow();
    assertThat(known.getString("title")).isEqualTo("API key created");
    assertThat(known.getString("action_class")).isEqualTo("CREATE");
    assertThat(known.getBoolean("compliance_relevant")).isTrue();
    tenant.as("viewer").get("/api/audit-logs/actions").is(403);
  }

  @Test
  void whatThePlatformDoesWithATenantIsInItsOwnTrail() {
    String slug = Fixtures.created().string("slug");
    for (String step : List.of("activate", "suspend", "resume", "archive")) {
      String id = Fixtures.operator().post("/api/tenants/" + slug + "/" + step).is(200).id();
      Answer trail =
          Fixtures.operator().get("/api/audit-logs?resource_type=tenant&resource_id=" + id).is(200);
      assertThat(trail.each("action").get(0)).startsWith("tenant." + step.substring(0, 4));
    }
  }

  @Test
  void aRefusalIsRecordedWithItsReason() {
    TestUser viewer = tenant.newUser("viewer");
    Answer refused = viewer.api().post("/api/projects", Body.of("name", "No")).is(403);
    JsonObject event = only("request_id=" + refused.string("request_id"));
    assertThat(event.getString("action")).isEqualTo("project.created");
    assertThat(event.getBoolean("success")).isFalse();
    assertThat(event.getString("error")).isEqualTo("permission_required");
    assertThat(event.getString("severity")).isEqualTo("WARNING");
    assertThat(event.getString("user_id")).isEqualTo(viewer.id());
    assertThat(event.getBoolean("compliance_relevant")).isTrue();
    Answer read = viewer.api().get("/api/audit-logs").is(403);
    assertThat(only("request_id=" + read.string("request_id")).getString("action"))
        .isEqualTo("access.refused");
  }

  @Test
  void aConflictIsRecordedAsAFailureAndLeavesNoChange() {
    String name = Fixtures.unique("Team");
    api.post("/api/teams", Body.of("name", name)).is(201);
    Answer conflict = api.post("/api/teams", Body.of("name", name)).is(409);
    JsonObject event = only("request_id=" + conflict.string("request_id"));
    assertThat(event.getBoolean("success")).isFalse();
    assertThat(event.getString("error")).isEqualTo("name_taken");
  }

  @Test
  void peopleWhoAreNamedWithinAValueAreWithheldOneByOne() {
    TestUser sponsor = tenant.newUser("viewer");
    String project = tenant.project();
    Answer change =
        api.patch(
                "/api/projects/" + project,
                "{\"stakeholders\":[{\"user_id\":\"" + sponsor.id() + "\",\"role\":\"sponsor\"}]}")
            .is(200);
    JsonObject event = only("request_id=" + change.header("X-Request-Id"));
    assertThat(event.getJsonObject("new_values").getString("stakeholders.0"))
        .contains(sponsor.id(), "sponsor");
    String proof = "/api/audit-logs/" + event.getString("id") + "/proof";
    Answer sealed =
        Await.until(Duration.ofSeconds(20), () -> api.get(proof), a -> a.status() == 200);
    assertThat(
            new String(Base64.getDecoder().decode(sealed.string("leaf")), StandardCharsets.UTF_8))
        .contains("stakeholders.0")
        .doesNotContain(sponsor.id());
  }

  @Test
  void eventsAreFoundByEverythingThatTheyTell() {
    TestUser user = tenant.newUser("developer");
    String project = Fixtures.project(user.api());
    String task =
        user.api().post("/api/tasks", Body.of("project_id", project, "title", "T")).is(201).id();
    user.api().post("/api/teams", Body.of("name", "No")).is(403);
    assertThat(actions("user_id=" + user.id()))
        .contains("user.signed_in", "project.created", "task.created", "team.created")
        .doesNotContain("user.created");
    assertThat(actions("user_id=" + user.id() + "&action=task.created"))
        .containsExactly("task.created");
    assertThat(actions("user_id=" + user.id() + "&action=project.*"))
        .containsExactly("project.created");
    assertThat(actions("project_id=" + project)).containsExactly("task.created", "project.created");
    assertThat(actions("resource_type=task&resource_id=" + task)).containsExactly("task.created");
    assertThat(actions("resource_type=user&resource_id=" + user.id()))
        .containsExactly("user.created");
    assertThat(actions("user_id=" + user.id() + "&success=false")).containsExactly("team.created");
    assertThat(actions("user_id=" + user.id() + "&severity=WARNING"))
        .containsExactly("team.created");
    assertThat(actions("user_id=00000000-0000-7000-8000-00000000000a")).isEmpty();
    api.get("/api/audit-logs?severity=warning").isProblem(400, "invalid");
    Answer ofProject = api.get("/api/projects/" + project + "/audit-logs").is(200);
    assertThat(ofProject.each("action")).containsExactly("task.created", "project.created");
  }

  @Test
  void textsAreFoundInActionsAndValuesAndNowhereElse() {
    TestTenant own = Fixtures.tenant();
    String word = "Quixotic \"" + Fixtures.unique("w") + "\" ö";
    String project = own.project("name", word);
    own.task(project);
    String asked =
        java.net.URLEncoder.encode(
            word.toUpperCase(java.util.Locale.ROOT).replace("Ö", "ö"),
            java.nio.charset.StandardCharsets.UTF_8);
    assertThat(own.api().get("/api/audit-logs?q=" + asked).is(200).each("resource_id"))
        .containsExactly(project);
    assertThat(own.api().get("/api/audit-logs?q=ask.creat").is(200).each("action"))
        .containsExactly("task.created");
    assertThat(own.api().get("/api/audit-logs?q=" + own.owner().email()).is(200).items())
        .as("personal values are not looked at")
        .isEmpty();
    assertThat(own.api().get("/api/audit-logs?q=%25%25%25").is(200).items()).isEmpty();
    own.api().get("/api/audit-logs?q=ab").isProblem(400, "invalid");
    assertThat(own.api().get("/api/audit-logs?compliance_relevant=true&limit=200").each("action"))
        .contains("membership.added")
        .doesNotContain("project.created");
  }

  @Test
  void eventsAreFoundByTime() {
    Answer first =
        api.get(
            "/api/audit-logs?request_id="
                + api.post("/api/projects", Body.of("name", "Timed")).header("X-Request-Id"));
    String moment = first.each("timestamp").get(0);
    String id = first.each("id").get(0);
    assertThat(api.get("/api/audit-logs?limit=200&sort=timestamp&from=" + moment).each("id"))
        .contains(id);
    assertThat(
            api.get("/api/audit-logs?limit=200&to=" + Instant.parse(moment).minusSeconds(1))
                .each("id"))
        .doesNotContain(id);
    assertThat(api.get("/api/audit-logs?from=2050-01-01T00:00:00Z").is(200).items()).isEmpty();
  }

  @Test
  void pagesOfTheTrailHoldEveryEventOnce() {
    TestTenant own = Fixtures.tenant();
    String project = own.project();
    for (int i = 0; i < 5; i++) {
      own.task(project);
    }
    String path = "/api/projects/" + project + "/audit-logs?limit=4";
    Answer one = own.api().get(path).is(200);
    Answer two = own.api().get(path + "&after=" + one.string("next")).is(200);
    assertThat(two.isNull("next")).isTrue();
    assertThat(one.each("id")).hasSize(4).doesNotContainAnyElementsOf(two.each("id"));
    assertThat(two.each("action")).containsExactly("task.created", "project.created");
  }

  private static JsonObject only(String filter) {
    Answer events = api.get("/api/audit-logs?" + filter).is(200);
    assertThat(events.items()).as(filter).hasSize(1);
    return events.items().get(0);
  }

  private static List<String> actions(String filter) {
    return api.get("/api/audit-logs?limit=200&" + filter).is(200).each("action");
  }
}
