package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How far an API key reaches, and who may do what with keys. */
class ApiKeyPowersIT {
  private static final String KEYS = "/api/admin/api-keys";

  private final TestTenant tenant = Fixtures.tenant();

  private static Api with(Answer key) {
    return Fixtures.nobody().bearing(key.string("key"));
  }

  private static Answer make(Api api, Object... members) {
    return api.post(KEYS, Body.of(members));
  }

  @Test
  void nobodyGivesAKeyMoreThanTheyHold() {
    Api developer = tenant.as("developer");
    make(developer, "name", "K", "permissions", List.of("projects:write")).is(201);
    make(developer, "name", "K", "permissions", List.of("projects:write", "audit:export"))
        .isProblem(403, "permission_above_caller");
    make(developer, "name", "K", "permissions", List.of("*:*"))
        .isProblem(403, "permission_above_caller");
    make(developer, "name", "K", "role", "tenant_admin").isProblem(403, "role_above_caller");
    make(tenant.api(), "name", "K", "role", "super_admin").isProblem(403, "platform_role");
    make(tenant.as("viewer"), "name", "K", "role", "viewer").isProblem(403, "permission_required");
    assertThat(
            make(developer, "name", "K", "permissions", List.of("projects:read", "moons:read"))
                .isProblem(400, "invalid")
                .faults())
        .containsExactly("/permissions/1 unknown");
    assertThat(make(developer, "name", "K").isProblem(400, "invalid").faults())
        .containsExactly("/permissions scope");
  }

  @Test
  void aKeyShrinksWithItsMakerAndGrowsAgain() {
    TestUser maker = tenant.newUser("developer");
    Answer key = make(maker.api(), "name", "K", "role", "developer").is(201);
    String body = Body.of("name", "P", "visibility", "public");
    with(key).post("/api/projects", body).is(201);
    String user = "/api/users/" + maker.id();
    tenant.api().patch(user, Body.of("role", "viewer")).is(200);
    with(key).post("/api/projects", body).isProblem(403, "permission_required");
    with(key).get("/api/projects").is(200);
    tenant.api().patch(user, Body.of("is_active", false)).is(200);
    with(key).get("/api/projects").isProblem(403, "permission_required");
    assertThat(with(key).get("/api/whoami").is(200).json().getJsonArray("permissions")).isEmpty();
    tenant.api().patch(user, Body.of("is_active", true, "role", "developer")).is(200);
    with(key).post("/api/projects", body).is(201);
  }

  @Test
  void aKeySeesWhatItsMakerSees() {
    TestUser maker = tenant.newUser("developer");
    TestUser other = tenant.newUser("developer");
    String mine = Fixtures.project(maker.api(), "visibility", "private");
    String theirs = Fixtures.project(other.api(), "visibility", "private");
    Answer key = make(maker.api(), "name", "K", "permissions", List.of("projects:read")).is(201);
    with(key).get("/api/projects/" + mine).is(200);
    with(key).get("/api/projects/" + theirs).isProblem(404, "not_found");
    assertThat(with(key).get("/api/projects").is(200).each("id"))
        .contains(mine)
        .doesNotContain(theirs);
  }

  @Test
  void someThingsArePeoplesToDo() {
    Answer made = tenant.apiKey("role", "tenant_admin");
    Api key = with(made);
    make(key, "name", "K", "role", "viewer").isProblem(403, "people_only");
    key.patch(made.place(), Body.of("permissions", List.of("projects:read")))
        .isProblem(403, "people_only");
    key.post(tenant.apiKey("role", "viewer").place() + "/rotate").isProblem(403, "people_only");
    key.get("/api/auth/sessions").isProblem(403, "people_only");
    key.post("/api/auth/logout").isProblem(403, "people_only");
    TestUser user = tenant.newUser("viewer");
    key.patch("/api/users/" + user.id(), Body.of("role", "developer"))
        .isProblem(403, "people_only");
    key.patch("/api/users/" + user.id(), Body.of("department", "Research")).is(200);
    String email = Fixtures.unique("new") + "@people.example";
    String password = "a long pass phrase for tests";
    key.post("/api/users", Body.of("email", email, "name", "N", "password", password))
        .isProblem(403, "people_only");
    key.post("/api/users", Body.of("email", email, "name", "N", "role", "viewer")).is(201);
    assertThat(tenant.api().get("/api/audit-logs?action=api_key.created").is(200).items())
        .anySatisfy(event -> assertThat(event.getString("error", null)).isEqualTo("people_only"));
  }

  @Test
  void aKeyOfThePlatformSuspendsNobody() {
    Answer made = make(Fixtures.operator(), "name", "K", "role", "super_admin").is(201);
    with(made).get(tenant.path()).is(200);
    with(made).post(tenant.path() + "/suspend").isProblem(403, "people_only");
    tenant.api().get("/api/projects").is(200);
    Fixtures.operator().delete(made.place()).is(204);
  }

  @Test
  void aKeyRotatesAndRevokesItself() {
    Answer first = tenant.apiKey("permissions", List.of("api_keys:write", "projects:read"));
    Answer second = with(first).post(first.place() + "/rotate").is(200);
    with(first).get("/api/projects").isProblem(401, "invalid_api_key");
    with(second).get("/api/projects").is(200);
    with(second).delete(first.place()).is(204);
    with(second).get("/api/projects").isProblem(401, "invalid_api_key");
  }

  @Test
  void otherPeoplesKeysAreForThoseWhoAdministerKeys() {
    Answer made = make(tenant.newUser("developer").api(), "name", "K", "role", "viewer").is(201);
    Api developer = tenant.as("developer");
    developer.get(made.place()).is(200);
    for (Answer refused :
        List.of(
            developer.post(made.place() + "/rotate"),
            developer.patch(made.place(), Body.of("name", "N")),
            developer.delete(made.place()))) {
      assertThat(refused.isProblem(403, "permission_required").string("permission"))
          .isEqualTo("api_keys:admin");
    }
    tenant.api().patch(made.place(), Body.of("name", "N")).is(200);
    with(tenant.api().post(made.place() + "/rotate").is(200)).get("/api/projects").is(200);
    tenant.api().delete(made.place()).is(204);
  }

  @Test
  void aChangeOfAKeyCountsAtOnce() {
    Answer made = tenant.apiKey("permissions", List.of("projects:write"));
    String body = Body.of("name", "P");
    with(made).post("/api/projects", body).is(201);
    tenant.api().patch(made.place(), Body.of("permissions", List.of("projects:read"))).is(200);
    with(made).post("/api/projects", body).isProblem(403, "permission_required");
    tenant.api().patch(made.place(), Body.of("role", "viewer", "permissions", null)).is(200);
    with(made).get("/api/users").is(200);
    assertThat(
            tenant
                .api()
                .patch(made.place(), Body.of("permissions", List.of("projects:read")))
                .isProblem(400, "invalid")
                .faults())
        .containsExactly("/permissions scope");
  }

  @Test
  void aKeyOfASuspendedTenantReadsAndWritesNothing() {
    Answer made = tenant.apiKey("permissions", List.of("projects:write"));
    Fixtures.operator().post(tenant.path() + "/suspend").is(200);
    with(made).get("/api/projects").is(200);
    with(made).post("/api/projects", Body.of("name", "P")).isProblem(403, "tenant_suspended");
  }
}
