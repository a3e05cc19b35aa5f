package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WorkspacesIT {
  private static TestTenant tenant;
  private static Api api;

  @BeforeAll
  static void makeATenant() {
    tenant = Fixtures.tenant();
    api = tenant.api();
  }

  @Test
  void aWorkspaceIsMadeReadListedAndChanged() {
    String slug = Fixtures.unique("space");
    Answer workspace =
        api.post("/api/workspaces", Body.of("slug", slug, "name", "Space", "description", "D"))
            .is(201);
    assertThat(api.get(workspace.place()).is(200).json()).isEqualTo(workspace.json());
    assertThat(api.get("/api/workspaces?limit=200").each("slug")).contains(slug);
    assertThat(api.patch(workspace.place(), Body.of("name", "Other")).is(200).string("description"))
        .isEqualTo("D");
    assertThat(
            api.put(workspace.place(), Body.of("slug", slug, "name", "Third"))
                .is(200)
                .isNull("description"))
        .isTrue();
    api.with("If-Match", workspace.etag())
        .patch(workspace.place(), Body.of("name", "Stale"))
        .is(412);
  }

  @Test
  void aSlugIsTakenOnceAndNeverChanges() {
    String slug = Fixtures.unique("space");
    String id = api.post("/api/workspaces", Body.of("slug", slug, "name", "Space")).is(201).id();
    api.post("/api/workspaces", Body.of("slug", slug, "name", "Space"))
        .isProblem(409, "slug_taken");
    assertThat(
            api.patch("/api/workspaces/" + id, Body.of("slug", slug + "x"))
                .isProblem(400, "invalid")
                .faults())
        .isNotEmpty()
        .allMatch(fault -> fault.startsWith("/slug"));
    api.post("/api/workspaces", Body.of("slug", "Not A Slug", "name", "Space"))
        .isProblem(400, "invalid");
  }

  @Test
  void membersComeAndGoWithTheirRoles() {
    String path = "/api/workspaces/" + tenant.workspace() + "/members";
    TestUser user = tenant.newUser("viewer");
    Answer added = api.post(path, Body.of("user_id", user.id(), "role", "developer")).is(201);
    assertThat(added.place()).isEqualTo(path + "/" + user.id());
    assertThat(api.get(added.place()).is(200).json()).isEqualTo(added.json());
    assertThat(api.get(path).each("user_id")).containsExactly(user.id());
    api.post(path, Body.of("user_id", user.id(), "role", "viewer")).isProblem(409, "member_exists");
    assertThat(
            user.api()
                .get("/api/whoami")
                .json()
                .getJsonArray("workspaces")
                .getJsonObject(0)
                .getString("role"))
        .isEqualTo("developer");
    api.delete(added.place()).is(204);
    api.get(added.place()).isProblem(404, "not_found");
    api.delete(added.place()).isProblem(404, "not_found");
  }

  @Test
  void aMemberIsAUserOfTheTenantAndNoOperator() {
    String path = "/api/workspaces/" + tenant.workspace() + "/members";
    String stranger = Fixtures.tenant().owner().id();
    api.post(path, Body.of("user_id", stranger, "role", "viewer")).isProblem(400, "invalid");
    api.post(path, Body.of("user_id", tenant.user("viewer").id(), "role", "super_admin"))
        .isProblem(403, "platform_role");
    api.post(path, Body.of("user_id", tenant.user("viewer").id(), "role", "king"))
        .isProblem(400, "invalid");
  }
}
