package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AccessIT {
  private static final List<String> ROLES =
      List.of(
          "tenant_admin", "manager", "database_admin", "developer", "analyst", "member", "viewer");

  /** One call, the permission that it needs, and the roles that have it. */
  private record Operation(
      String name, String permission, int success, String roles, Function<Api, Answer> call) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static TestTenant tenant;
  private static String project;

  @BeforeAll
  static void makeATenant() {
    tenant = Fixtures.tenant();
    project = tenant.project("visibility", "public");
  }

  private static Stream<Arguments> operationsAndRoles() {
    return operations()
        .flatMap(operation -> ROLES.stream().map(role -> Arguments.of(operation, role)));
  }

  private static Stream<Operation> operations() {
    return Stream.of(
        reading(
            "/api/projects",
            "projects:read",
            "tenant_admin manager database_admin developer analyst member viewer"),
        reading("/api/tasks", "tasks:read", "tenant_admin manager developer analyst member viewer"),
        reading("/api/users", "users:read", "tenant_admin manager developer member viewer"),
        reading("/api/teams", "teams:read", "tenant_admin manager developer member viewer"),
        reading("/api/audit-logs", "audit:read", "tenant_admin manager database_admin analyst"),
        reading("/api/workspaces", "workspaces:read", "tenant_admin"),
        reading("/api/tenants", "tenants:read", "tenant_admin"),
        reading("/api/health/detailed", "system:read", "tenant_admin"),
        writing(
            "/api/projects",
            "projects:write",
            "tenant_admin manager developer",
            () -> Body.of("name", "New")),
        writing(
            "/api/tasks",
            "tasks:write",
            "tenant_admin manager developer member",
            () -> Body.of("title", "New", "project_id", project)),
        writing(
            "/api/teams",
            "teams:write",
            "tenant_admin manager",
            () -> Body.of("name", Fixtures.unique("New"))),
        writing(
            "/api/users",
            "users:write",
            "tenant_admin manager",
            () ->
                Body.of(
                    "email",
                    Fixtures.unique("new") + "@new.example",
                    "name",
                    "New",
                    "role",
                    "viewer")),
        writing(
            "/api/workspaces",
            "workspaces:write",
            "tenant_admin",
            () -> Body.of("slug", Fixtures.unique("new"), "name", "New")),
        new Operation(
            "PATCH a project",
            "projects:write",
            200,
            "tenant_admin manager developer",
            api -> api.patch("/api/projects/" + project, "{}")));
  }

  private static Operation reading(String path, String permission, String roles) {
    return new Operation("GET " + path, permission, 200, roles, api -> api.get(path));
  }

  private static Operation writing(
      String path, String permission, String roles, java.util.function.Supplier<String> body) {
    return new Operation("POST " + path, permission, 201, roles, api -> api.post(path, body.get()));
  }

  @ParameterizedTest(name = "{0} as {1}")
  @MethodSource("operationsAndRoles")
  void aRoleMayDoWhatItHoldsThePermissionForAndNothingElse(Operation operation, String role) {
    Answer answer = operation.call().apply(tenant.as(role));
    if (List.of(operation.roles().split(" ")).contains(role)) {
      answer.is(operation.success());
      return;
    }
    answer.isProblem(403, "permission_required");
    assertThat(answer.string("permission")).isEqualTo(operation.permission());
    assertThat(answer.string("decision_id")).matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-.*");
  }

  @Test
  void anOperatorOfThePlatformEntersNoTenant() {
    Fixtures.operator().in(tenant.slug()).get("/api/projects").isProblem(404, "not_found");
    Fixtures.operator().get(tenant.path()).is(200);
    Fixtures.operator().get("/api/health/detailed").is(200);
  }

  @Test
  void nobodyDoesAnythingWithoutSigningIn() {
    Api nobody = Fixtures.nobody().in(tenant.slug());
    operations()
        .forEach(
            operation -> {
              Answer answer = operation.call().apply(nobody);
              assertThat(answer.status()).as(operation.name()).isEqualTo(401);
              assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
            });
  }

  @Test
  void aRoleThatIsTakenAwayCountsNoMoreAtOnce() {
    TestUser user = tenant.newUser("developer");
    user.api().post("/api/projects", Body.of("name", "Mine")).is(201);
    tenant.api().patch("/api/users/" + user.id(), Body.of("role", "viewer")).is(200);
    user.api()
        .post("/api/projects", Body.of("name", "Not mine"))
        .isProblem(403, "permission_required");
  }
}
