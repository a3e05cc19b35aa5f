package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class VisibilityIT {
  private static TestTenant tenant;

  @BeforeAll
  static void makeATenant() {
    tenant = Fixtures.tenant();
  }

  @Test
  void aPrivateProjectIsSeenByItsOwnerItsStakeholdersAndAdministratorsOnly() {
    TestUser owner = tenant.newUser("developer");
    TestUser stakeholder = tenant.newUser("viewer");
    String id =
        Fixtures.project(
            owner.api(),
            "visibility",
            "private",
            "stakeholders",
            Body.json("[{\"user_id\":\"" + stakeholder.id() + "\",\"role\":\"sponsor\"}]"));
    for (Api api : new Api[] {owner.api(), stakeholder.api(), tenant.as("manager"), tenant.api()}) {
      seen(api, id);
    }
    for (String role : new String[] {"developer", "analyst", "member", "viewer"}) {
      unseen(tenant.as(role), id);
    }
    owner.api().patch("/api/projects/" + id, Body.of("stakeholders", Body.json("[]"))).is(200);
    unseen(stakeholder.api(), id);
  }

  @Test
  void aTeamProjectIsSeenByItsTeam() {
    String team = tenant.team();
    TestUser insider = tenant.newUser("developer");
    String membership = tenant.joinTeam(team, insider);
    String id = tenant.project("visibility", "team", "team_id", team);
    seen(insider.api(), id);
    seen(tenant.as("manager"), id);
    unseen(tenant.as("developer"), id);
    unseen(tenant.as("viewer"), id);
    tenant.api().delete("/api/team-members/" + membership).is(204);
    unseen(insider.api(), id);
  }

  @Test
  void aPublicProjectAndOneOfNoTeamAreSeenByEverybody() {
    String open = tenant.project("visibility", "public", "team_id", tenant.team());
    String common = tenant.project("visibility", "team");
    for (String role : new String[] {"manager", "developer", "analyst", "member", "viewer"}) {
      seen(tenant.as(role), open);
      seen(tenant.as(role), common);
    }
  }

  @Test
  void aTaskIsAsVisibleAsItsProject() {
    TestUser owner = tenant.newUser("developer");
    String hidden = Fixtures.project(owner.api(), "visibility", "private");
    String task =
        owner
            .api()
            .post("/api/tasks", Body.of("project_id", hidden, "title", "Secret"))
            .is(201)
            .id();
    Api other = tenant.as("developer");
    other.get("/api/tasks/" + task).isProblem(404, "not_found");
    other.patch("/api/tasks/" + task, Body.of("title", "Mine")).isProblem(404, "not_found");
    other.get("/api/projects/" + hidden + "/tasks").isProblem(404, "not_found");
    other
        .post("/api/tasks", Body.of("project_id", hidden, "title", "Mine"))
        .isProblem(404, "not_found");
    assertThat(other.get("/api/tasks?limit=200").each("id")).doesNotContain(task);
    assertThat(other.get("/api/tasks?project_id=" + hidden).is(200).items()).isEmpty();
    assertThat(owner.api().get("/api/tasks?project_id=" + hidden).each("id")).containsExactly(task);
  }

  @Test
  void theTrailIsSilentAboutProjectsThatOneMayNotKnowOf() {
    TestUser owner = tenant.newUser("developer");
    String hidden = Fixtures.project(owner.api(), "visibility", "private");
    String open = Fixtures.project(owner.api(), "visibility", "public");
    owner.api().post("/api/tasks", Body.of("project_id", hidden, "title", "Secret")).is(201);
    for (String role : new String[] {"analyst", "database_admin"}) {
      Api reader = tenant.as(role);
      assertThat(reader.get("/api/audit-logs?limit=200").is(200).each("project_id"))
          .contains(open)
          .doesNotContain(hidden);
      assertThat(reader.get("/api/audit-logs?project_id=" + hidden).is(200).items()).isEmpty();
      assertThat(reader.get("/api/audit-logs?resource_id=" + hidden).is(200).items()).isEmpty();
      reader.get("/api/projects/" + hidden + "/audit-logs").isProblem(404, "not_found");
      reader.get("/api/projects/" + open + "/audit-logs").is(200);
    }
    assertThat(
            tenant.as("manager").get("/api/audit-logs?success=true&project_id=" + hidden).items())
        .hasSize(2);
  }

  @Test
  void aProjectInAWorkspaceIsSeenByMembersOfTheWorkspace() {
    String workspace = tenant.workspace();
    String inside = tenant.project("workspace_id", workspace, "visibility", "public");
    TestUser outsider = tenant.newUser("developer");
    unseen(outsider.api(), inside);
    TestUser member = tenant.newUser("viewer");
    tenant.join(workspace, member, "developer");
    seen(member.api(), inside);
    tenant.api().delete("/api/workspaces/" + workspace + "/members/" + member.id()).is(204);
    unseen(member.api(), inside);
  }

  @Test
  void aRoleInAWorkspaceCountsThereAndNowhereElse() {
    String workspace = tenant.workspace();
    TestUser member = tenant.newUser("viewer");
    tenant.join(workspace, member, "developer");
    String inside = Fixtures.project(member.api(), "workspace_id", workspace);
    member.api().patch("/api/projects/" + inside, Body.of("name", "Changed")).is(200);
    member
        .api()
        .post("/api/projects", Body.of("name", "Outside"))
        .isProblem(403, "permission_required");
    String outside = tenant.project("visibility", "public");
    member
        .api()
        .patch("/api/projects/" + outside, Body.of("name", "Changed"))
        .isProblem(403, "permission_required");
    String elsewhere = tenant.project("workspace_id", tenant.workspace(), "visibility", "public");
    unseen(member.api(), elsewhere);
    member
        .api()
        .post("/api/projects", Body.of("name", "There", "workspace_id", tenant.workspace()))
        .is(404);
  }

  private static void seen(Api api, String project) {
    String name = api.get("/api/projects/" + project).is(200).string("name");
    assertThat(api.get("/api/projects?limit=200").each("id")).contains(project);
    assertThat(api.get("/api/projects?q=" + name).each("id")).contains(project);
  }

  private static void unseen(Api api, String project) {
    String name = tenant.api().get("/api/projects/" + project).is(200).string("name");
    api.get("/api/projects/" + project).isProblem(404, "not_found");
    api.patch("/api/projects/" + project, "{}").isProblem(404, "not_found");
    api.get("/api/projects/" + project + "/tasks").is(404);
    assertThat(api.get("/api/projects?limit=200").each("id")).doesNotContain(project);
    assertThat(api.get("/api/projects?q=" + name).items()).isEmpty();
  }
}
