package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonString;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RoleAssignmentsIT {
  private static final String ASSIGNMENTS = "/api/role-assignments";
  private static TestTenant tenant;

  @BeforeAll
  static void makeATenant() {
    tenant = Fixtures.tenant();
  }

  private static void mayWriteProjects(TestUser user) {
    user.api().post("/api/projects", Body.of("name", "Mine")).is(201);
  }

  private static void mayNotWriteProjects(TestUser user) {
    user.api().post("/api/projects", Body.of("name", "Mine")).isProblem(403, "permission_required");
  }

  @Test
  void aRoleIsGivenToldListedAndTakenAway() {
    TestUser user = tenant.newUser("viewer");
    mayNotWriteProjects(user);
    Answer given =
        tenant.api().post(ASSIGNMENTS, Body.of("role", "developer", "user_id", user.id())).is(201);
    mayWriteProjects(user);
    assertThat(user.api().get("/api/whoami").json().getJsonArray("roles"))
        .extracting(role -> ((JsonString) role).getString())
        .containsExactly("developer", "viewer");
    assertThat(given.place()).isEqualTo(ASSIGNMENTS + "/" + given.id());
    assertThat(given.string("created_by")).isEqualTo(tenant.owner().id());
    assertThat(tenant.api().get(given.place()).is(200).json()).isEqualTo(given.json());
    assertThat(tenant.api().get(ASSIGNMENTS + "?user_id=" + user.id()).each("id"))
        .containsExactly(given.id());
    tenant
        .api()
        .post(ASSIGNMENTS, Body.of("role", "developer", "user_id", user.id()))
        .isProblem(409, "already_assigned");
    tenant.api().delete(given.place()).is(204);
    mayNotWriteProjects(user);
    tenant.api().get(given.place()).isProblem(404, "not_found");
  }

  @Test
  void aRoleOfTheTenantsOwnIsAUsersAsAnyOther() {
    String parent = tenant.role("grants", List.of("projects:*"));
    String role = tenant.role("parents", List.of(parent));
    TestUser user = tenant.newUser(role);
    mayWriteProjects(user);
    tenant.api().patch("/api/roles/" + parent, Body.of("grants", List.of("projects:read"))).is(200);
    mayNotWriteProjects(user);
    user.api().get("/api/projects").is(200);
    user.api().get("/api/teams").isProblem(403, "permission_required");
    tenant.api().patch("/api/roles/" + role, Body.of("parents", List.of("manager"))).is(200);
    mayWriteProjects(user);
    user.api().get("/api/teams").is(200);
  }

  @Test
  void aDenyWinsOverEveryGrant() {
    TestUser user = tenant.newUser("developer");
    String noProjects = tenant.role("denies", List.of("projects:write"));
    String assignment = tenant.assign(noProjects, "user_id", user.id());
    mayNotWriteProjects(user);
    user.api().get("/api/projects").is(200);
    tenant.assign("manager", "user_id", user.id());
    mayNotWriteProjects(user);
    String child = tenant.role("parents", List.of(noProjects), "grants", List.of("*:*"));
    tenant.assign(child, "user_id", user.id());
    tenant.api().delete(ASSIGNMENTS + "/" + assignment).is(204);
    mayNotWriteProjects(user);
  }

  @Test
  void aRoleOfATeamIsItsMembers() {
    TestUser user = tenant.newUser("viewer");
    String team = tenant.team();
    tenant.assign("developer", "team_id", team);
    mayNotWriteProjects(user);
    String membership = tenant.joinTeam(team, user);
    mayWriteProjects(user);
    tenant.api().delete("/api/team-members/" + membership).is(204);
    mayNotWriteProjects(user);
  }

  @Test
  void nobodyJoinsATeamThatMayDoMoreThanTheyOrPutsAnybodyThere() {
    TestUser manager = tenant.newUser("manager");
    TestUser viewer = tenant.newUser("viewer");
    String team = tenant.team();
    tenant.assign("tenant_admin", "team_id", team);
    for (TestUser one : List.of(manager, viewer)) {
      manager
          .api()
          .post("/api/team-members", Body.of("team_id", team, "user_id", one.id()))
          .isProblem(403, "role_above_caller");
      manager
          .api()
          .patch("/api/teams/" + team, Body.of("manager_id", one.id()))
          .isProblem(403, "role_above_caller");
    }
    String membership = tenant.joinTeam(team, viewer);
    manager.api().delete("/api/team-members/" + membership).isProblem(403, "role_above_caller");
  }

  @Test
  void aRoleEndsByItselfAndBeginsByItself() {
    TestUser leaving = tenant.newUser("viewer");
    TestUser coming = tenant.newUser("viewer");
    Instant soon = Instant.now().plusSeconds(4);
    String ending =
        tenant.assign("developer", "user_id", leaving.id(), "expires_at", soon.toString());
    tenant.assign("developer", "user_id", coming.id(), "not_before", soon.toString());
    mayWriteProjects(leaving);
    mayNotWriteProjects(coming);
    String body = Body.of("name", "Mine");
    assertThat(
            Await.until(
                    Duration.ofSeconds(20),
                    () -> leaving.api().post("/api/projects", body),
                    answer -> answer.status() == 403)
                .status())
        .isEqualTo(403);
    assertThat(Instant.now()).isAfterOrEqualTo(soon);
    mayWriteProjects(coming);
    assertThat(tenant.api().get(ASSIGNMENTS + "/" + ending).is(200).string("role"))
        .isEqualTo("developer");
    tenant.assign("developer", "user_id", leaving.id());
    mayWriteProjects(leaving);
  }

  @Test
  void aRoleInAWorkspaceCountsThereOnly() {
    TestUser user = tenant.newUser("viewer");
    String workspace = tenant.workspace();
    String inside = tenant.project("visibility", "public", "workspace_id", workspace);
    String outside = tenant.project("visibility", "public");
    user.api().get("/api/projects/" + inside).isProblem(404, "not_found");
    assertThat(user.api().get("/api/projects?limit=200").each("id"))
        .contains(outside)
        .doesNotContain(inside);
    String local = tenant.role("workspace_id", workspace, "grants", List.of("projects:write"));
    String assignment = tenant.assign(local, "user_id", user.id(), "workspace_id", workspace);
    user.api().patch("/api/projects/" + inside, "{}").is(200);
    user.api().patch("/api/projects/" + outside, "{}").isProblem(403, "permission_required");
    assertThat(user.api().get("/api/projects?limit=200").each("id")).contains(outside, inside);
    assertThat(tenant.api().get(ASSIGNMENTS + "?workspace_id=" + workspace).each("id"))
        .containsExactly(assignment);
    tenant.api().delete(ASSIGNMENTS + "/" + assignment).is(204);
    assertThat(user.api().get("/api/projects?limit=200").each("id")).doesNotContain(inside);

    String elsewhere = tenant.workspace();
    for (String place : List.of("", elsewhere)) {
      String body =
          place.isEmpty()
              ? Body.of("role", local, "user_id", user.id())
              : Body.of("role", local, "user_id", user.id(), "workspace_id", place);
      assertThat(tenant.api().post(ASSIGNMENTS, body).is(400).faults())
          .containsExactly("/role role_of_workspace");
    }
    assertThat(
            tenant.api().patch("/api/users/" + user.id(), Body.of("role", local)).is(400).faults())
        .containsExactly("/role role_of_workspace");
    tenant.join(workspace, user, local);
    user.api().patch("/api/projects/" + inside, "{}").is(200);
  }

  @Test
  void aDenyInAWorkspaceTakesWhatTheTenantGivesThere() {
    TestUser user = tenant.newUser("manager");
    String workspace = tenant.workspace();
    String inside = tenant.project("visibility", "public", "workspace_id", workspace);
    String outside = tenant.project("visibility", "public");
    user.api().patch("/api/projects/" + inside, "{}").is(200);
    String noProjects = tenant.role("denies", List.of("projects:*"));
    tenant.assign(noProjects, "user_id", user.id(), "workspace_id", workspace);
    user.api().patch("/api/projects/" + inside, "{}").isProblem(404, "not_found");
    user.api().patch("/api/projects/" + outside, "{}").is(200);
  }

  @Test
  void anApiKeyHoldsRolesAsFarAsItsMaker() {
    Answer made = tenant.apiKey("permissions", List.of("projects:read"));
    Api key = Fixtures.nobody().bearing(made.string("key"));
    key.post("/api/projects", Body.of("name", "Mine")).isProblem(403, "permission_required");
    String role = tenant.role("grants", List.of("projects:write", "roles:write"));
    String assignment = tenant.assign(role, "api_key_id", made.id());
    key.post("/api/projects", Body.of("name", "Mine")).is(201);
    key.post(ASSIGNMENTS, Body.of("role", "viewer", "api_key_id", made.id()))
        .isProblem(403, "people_only");
    key.delete(ASSIGNMENTS + "/" + assignment).isProblem(403, "people_only");
    assertThat(
            tenant
                .api()
                .post(ASSIGNMENTS, Body.of("role", "viewer", "api_key_id", tenant.owner().id()))
                .is(400)
                .faults())
        .containsExactly("/api_key_id unknown");
  }

  @Test
  void whatMakesNoSenseIsRefusedWhereItStands() {
    String user = tenant.newUser("viewer").id();
    String team = tenant.team();
    Object[][] wrong = {
      {"/user_id one_of", "role", "viewer"},
      {"/user_id one_of", "role", "viewer", "user_id", user, "team_id", team},
      {"/role role", "role", "moon", "user_id", user},
      {"/user_id unknown", "role", "viewer", "user_id", team},
      {"/team_id unknown", "role", "viewer", "team_id", user},
      {"/workspace_id unknown", "role", "viewer", "user_id", user, "workspace_id", team},
      {"/expires_at past", "role", "viewer", "user_id", user, "expires_at", "2020-01-01T00:00:00Z"},
      {
        "/expires_at order",
        "role",
        "viewer",
        "user_id",
        user,
        "not_before",
        "2100-01-01T00:00:00Z",
        "expires_at",
        "2099-01-01T00:00:00Z"
      }
    };
    for (Object[] one : wrong) {
      Object[] members = Arrays.copyOfRange(one, 1, one.length);
      assertThat(tenant.api().post(ASSIGNMENTS, Body.of(members)).is(400).faults())
          .containsExactly((String) one[0]);
    }
    tenant
        .api()
        .post(ASSIGNMENTS, Body.of("role", "super_admin", "user_id", user))
        .isProblem(403, "platform_role");
    tenant.as("developer").get(ASSIGNMENTS).isProblem(403, "permission_required");
  }

  @Test
  void theListIsReadPageByPage() {
    TestTenant own = Fixtures.tenant();
    TestUser user = own.newUser("viewer");
    List<String> roles = List.of("developer", "analyst", "member");
    roles.forEach(role -> own.assign(role, "user_id", user.id()));
    Answer first = own.api().get(ASSIGNMENTS + "?limit=2").is(200);
    Answer second = own.api().get(ASSIGNMENTS + "?limit=2&after=" + first.string("next")).is(200);
    assertThat(first.each("role")).containsExactly("member", "analyst");
    assertThat(second.each("role")).containsExactly("developer");
    assertThat(own.api().get(ASSIGNMENTS + "?role=analyst").each("role"))
        .containsExactly("analyst");
  }
}
