package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TeamsIT {
  private static TestTenant tenant;
  private static Api api;

  @BeforeAll
  static void makeATenant() {
    tenant = Fixtures.tenant();
    api = tenant.api();
  }

  @Test
  void aTeamHasAManagerWhoIsAMemberOfIt() {
    TestUser manager = tenant.newUser("developer");
    Answer team =
        api.post(
                "/api/teams",
                Body.of(
                    "name",
                    Fixtures.unique("Team"),
                    "description",
                    "D",
                    "department",
                    "Sales",
                    "manager_id",
                    manager.id()))
            .is(201);
    assertThat(api.get(team.place()).is(200).json()).isEqualTo(team.json());
    Answer members = api.get(team.place() + "/members").is(200);
    assertThat(members.each("user_id")).containsExactly(manager.id());
    assertThat(members.each("role")).containsExactly("manager");
    assertThat(api.get("/api/teams?manager_id=" + manager.id()).each("id"))
        .containsExactly(team.id());
  }

  @Test
  void aFormerManagerStaysAMember() {
    TestUser first = tenant.newUser("developer");
    TestUser second = tenant.newUser("developer");
    String team =
        api.post("/api/teams", Body.of("name", Fixtures.unique("Team"), "manager_id", first.id()))
            .is(201)
            .id();
    api.patch("/api/teams/" + team, Body.of("manager_id", second.id())).is(200);
    Answer members = api.get("/api/teams/" + team + "/members").is(200);
    assertThat(members.items()).hasSize(2);
    members
        .items()
        .forEach(
            member ->
                assertThat(member.getString("role"))
                    .isEqualTo(
                        member.getString("user_id").equals(second.id()) ? "manager" : "member"));
  }

  @Test
  void membersComeAndGo() {
    String team = tenant.team();
    TestUser user = tenant.newUser("viewer");
    Answer added =
        api.post("/api/team-members", Body.of("team_id", team, "user_id", user.id())).is(201);
    assertThat(added.string("role")).isEqualTo("member");
    assertThat(api.get(added.place()).is(200).json()).isEqualTo(added.json());
    api.post("/api/team-members", Body.of("team_id", team, "user_id", user.id()))
        .isProblem(409, "member_exists");
    api.delete("/api/team-members/" + added.id()).is(204);
    api.delete("/api/team-members/" + added.id()).isProblem(404, "not_found");
    assertThat(api.get("/api/teams/" + team + "/members").items()).isEmpty();
  }

  @Test
  void theManagerIsNotRemovedFromTheTeam() {
    TestUser manager = tenant.newUser("developer");
    String team =
        api.post("/api/teams", Body.of("name", Fixtures.unique("Team"), "manager_id", manager.id()))
            .is(201)
            .id();
    String membership = api.get("/api/teams/" + team + "/members").each("id").get(0);
    api.delete("/api/team-members/" + membership).isProblem(409, "team_manager");
  }

  @Test
  void aNameIsTakenOnceAndUsersAndTeamsMustExist() {
    String name = Fixtures.unique("Team");
    String nobody = "00000000-0000-7000-8000-000000000009";
    String team = api.post("/api/teams", Body.of("name", name)).is(201).id();
    api.post("/api/teams", Body.of("name", name)).isProblem(409, "name_taken");
    assertThat(
            api.post("/api/teams", Body.of("name", name + "x", "manager_id", nobody))
                .isProblem(400, "invalid")
                .faults())
        .isNotEmpty()
        .allMatch(fault -> fault.startsWith("/manager_id"));
    assertThat(
            api.post(
                    "/api/team-members", Body.of("team_id", nobody, "user_id", tenant.owner().id()))
                .isProblem(400, "invalid")
                .faults())
        .isNotEmpty()
        .allMatch(fault -> fault.startsWith("/team_id"));
    assertThat(
            api.post("/api/team-members", Body.of("team_id", team, "user_id", nobody))
                .isProblem(400, "invalid")
                .faults())
        .isNotEmpty()
        .allMatch(fault -> fault.startsWith("/user_id"));
  }

  @Test
  void aTeamIsChangedReplacedAndNotWhenStale() {
    String path =
        "/api/teams/"
            + api.post(
                    "/api/teams", Body.of("name", Fixtures.unique("Team"), "department", "Sales"))
                .is(201)
                .id();
    Api careful = api.with("If-Match", api.get(path).etag());
    assertThat(careful.patch(path, Body.of("description", "D")).is(200).string("department"))
        .isEqualTo("Sales");
    careful.patch(path, Body.of("description", "E")).is(412);
    assertThat(api.put(path, Body.of("name", Fixtures.unique("Team"))).is(200).isNull("department"))
        .isTrue();
  }

  @Test
  void theListIsNarrowedByNameAndDepartment() {
    String name = Fixtures.unique("Team");
    String id = api.post("/api/teams", Body.of("name", name, "department", name)).is(201).id();
    assertThat(api.get("/api/teams?name=" + name).each("id")).containsExactly(id);
    assertThat(api.get("/api/teams?department=" + name).each("id")).containsExactly(id);
  }
}
