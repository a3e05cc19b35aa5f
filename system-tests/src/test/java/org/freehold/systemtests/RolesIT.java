package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RolesIT {
  private static TestTenant tenant;

  @BeforeAll
  static void makeATenant() {
    tenant = Fixtures.tenant();
  }

  private static Answer create(Object... members) {
    return tenant.api().post("/api/roles", Body.of(members));
  }

  private static List<String> strings(JsonObject object, String member) {
    return object.getJsonArray(member).getValuesAs(JsonString::getString);
  }

  @Test
  void aRoleIsMadeToldChangedAndDeleted() {
    String name = Fixtures.unique("captain");
    Answer made =
        create(
            "name",
            name,
            "parents",
            List.of("admin"),
            "grants",
            List.of("tasks:read"),
            "denies",
            List.of("users:*"));
    assertThat(made.is(201).place()).isEqualTo("/api/roles/" + name);
    assertThat(strings(made.json(), "parents")).containsExactly("tenant_admin");
    assertThat(strings(made.json(), "permissions"))
        .contains("projects:admin", "releases:promote")
        .doesNotContain("users:read", "users:invite");
    assertThat(made.json().getBoolean("built_in")).isFalse();

    Answer told = tenant.api().get(made.place()).is(200);
    assertThat(told.json()).isEqualTo(made.json());
    Api atVersion = tenant.api().with("If-Match", told.etag());
    Answer changed =
        atVersion
            .patch(made.place(), Body.of("parents", List.of(), "description", "Small"))
            .is(200);
    assertThat(strings(changed.json(), "permissions")).containsExactly("tasks:read");
    assertThat(changed.string("description")).isEqualTo("Small");
    atVersion.patch(made.place(), "{}").isProblem(412, "stale");
    atVersion.delete(made.place()).isProblem(412, "stale");
    tenant.api().put(made.place(), Body.of("name", name)).is(200);
    assertThat(tenant.api().get(made.place()).json().getJsonArray("permissions")).isEmpty();
    tenant.api().delete(made.place()).is(204);
    tenant.api().get(made.place()).isProblem(404, "not_found");
  }

  @Test
  void theListTellsBuiltInAndOwnRolesPageByPage() {
    TestTenant own = Fixtures.tenant();
    IntStream.range(0, 3).forEach(i -> own.role());
    assertThat(own.api().get("/api/roles?built_in=true").each("name"))
        .hasSize(8)
        .contains("viewer", "tenant_admin");
    assertThat(own.api().get("/api/roles?built_in=false").each("name")).hasSize(3);
    Answer first = own.api().get("/api/roles?limit=6").is(200);
    Answer second = own.api().get("/api/roles?limit=6&after=" + first.string("next")).is(200);
    List<String> all = own.api().get("/api/roles").is(200).each("name");
    assertThat(all).hasSize(11).isSorted();
    assertThat(first.each("name")).isEqualTo(all.subList(0, 6));
    assertThat(second.each("name")).isEqualTo(all.subList(6, 11));
    assertThat(second.isNull("next")).isTrue();
    assertThat(own.api().get("/api/roles/read_only").is(200).string("name")).isEqualTo("viewer");
  }

  @Test
  void whatCannotBeIsRefusedWhereItStands() {
    String first = tenant.role();
    String second = tenant.role("parents", List.of(first));
    Answer circle =
        tenant.api().patch("/api/roles/" + first, Body.of("parents", List.of("viewer", second)));
    assertThat(circle.isProblem(400, "invalid").faults()).containsExactly("/parents role_cycle");
    assertThat(circle.text()).contains(first + " → " + second + " → " + first);
    assertThat(tenant.api().get("/api/roles/" + first).json().getJsonArray("parents")).isEmpty();

    String name = Fixtures.unique("wrong");
    assertThat(
            create(
                    "name",
                    name,
                    "parents",
                    List.of("viewer", "moon"),
                    "grants",
                    List.of("tasks:read", "moons:*"),
                    "denies",
                    List.of("nonsense"))
                .isProblem(400, "invalid")
                .faults())
        .containsExactlyInAnyOrder(
            "/parents/1 unknown_role",
            "/grants/1 unknown_permission",
            "/denies/0 unknown_permission");
    assertThat(create("name", name, "parents", List.of("super_admin")).is(400).faults())
        .containsExactly("/parents/0 platform_role");
    assertThat(create("name", "viewer").is(400).faults()).containsExactly("/name built_in");
    assertThat(create("name", "matrix").is(400).faults()).containsExactly("/name reserved");
    assertThat(create("name", "Not a name").is(400).faults()).hasSize(1);
    List<String> many = IntStream.range(0, 257).mapToObj(i -> "tasks:read").toList();
    assertThat(create("name", name, "grants", many).is(400).faults()).hasSize(1);
    create("name", first).isProblem(409, "name_taken");
    assertThat(tenant.api().patch("/api/roles/" + first, Body.of("name", name)).is(400).faults())
        .containsExactly("/name fixed");
  }

  @Test
  void inheritanceGoesOverAtMostSixteenSteps() {
    String last = tenant.role();
    for (int i = 1; i < 16; i++) {
      last = tenant.role("parents", List.of(last));
    }
    assertThat(create("name", Fixtures.unique("deep"), "parents", List.of(last)).is(400).faults())
        .containsExactly("/parents too_deep");
  }

  @Test
  void builtInRolesStayAsTheyAre() {
    tenant.api().patch("/api/roles/viewer", "{}").isProblem(409, "role_built_in");
    tenant.api().put("/api/roles/user", Body.of("name", "user1")).isProblem(409, "role_built_in");
    tenant.api().delete("/api/roles/tenant_admin").isProblem(409, "role_built_in");
  }

  @Test
  void aRoleThatIsUsedStays() {
    String role = tenant.role("grants", List.of("projects:read"));
    String child = tenant.role("parents", List.of(role));
    TestUser user = tenant.newUser("viewer");
    tenant.api().patch("/api/users/" + user.id(), Body.of("role", role)).is(200);
    String workspace = tenant.workspace();
    tenant.join(workspace, tenant.newUser("viewer"), role);
    String assignment = tenant.assign(role, "user_id", tenant.newUser("viewer").id());
    tenant.apiKey("role", role);
    Answer refused = tenant.api().delete("/api/roles/" + role).isProblem(409, "role_in_use");
    assertThat(refused.string("detail"))
        .contains("1 user", "1 workspace member", "1 role assignment", "1 API key", child);
    assertThat(tenant.api().get("/api/role-assignments?role=" + role).each("id"))
        .containsExactly(assignment);
  }

  @Test
  void theMatrixSaysWhereEachPermissionComesFrom() {
    String parent = tenant.role("grants", List.of("projects:write"), "denies", List.of("teams:*"));
    String child = tenant.role("parents", List.of(parent), "grants", List.of("tasks:read"));
    JsonObject matrix = tenant.api().get("/api/roles/matrix").is(200).json();
    assertThat(strings(matrix, "permissions")).contains("projects:read", "audit:export");
    JsonObject row =
        matrix.getJsonArray("roles").getValuesAs(JsonObject.class).stream()
            .filter(one -> one.getString("name").equals(child))
            .findFirst()
            .orElseThrow();
    assertThat(strings(row, "granted")).containsExactly("tasks:read");
    assertThat(strings(row, "inherited"))
        .containsExactlyInAnyOrder("projects:read", "projects:write");
    assertThat(strings(row, "denied"))
        .containsExactlyInAnyOrder("teams:read", "teams:write", "teams:admin");
    tenant.as("viewer").get("/api/roles/matrix").isProblem(403, "permission_required");
  }

  @Test
  void nobodyWritesIntoARoleWhatTheyDoNotHold() {
    String keeper = tenant.role("parents", List.of("viewer"), "grants", List.of("roles:write"));
    TestUser user = tenant.newUser("viewer");
    tenant.api().patch("/api/users/" + user.id(), Body.of("role", keeper)).is(200);
    Api api = user.api();
    String name = Fixtures.unique("mine");
    api.post("/api/roles", Body.of("name", name, "grants", List.of("projects:read"))).is(201);
    for (String member : List.of("grants", "denies")) {
      api.post("/api/roles", Body.of("name", name + "x", member, List.of("projects:write")))
          .isProblem(403, "role_above_caller");
      api.patch("/api/roles/" + name, Body.of(member, List.of("projects:write")))
          .isProblem(403, "role_above_caller");
    }
    api.patch("/api/roles/" + name, Body.of("parents", List.of("developer")))
        .isProblem(403, "role_above_caller");
    String strong = tenant.role("grants", List.of("projects:write"));
    api.patch("/api/roles/" + strong, Body.of("grants", List.of()))
        .isProblem(403, "role_above_caller");
    api.patch("/api/roles/" + strong, Body.of("description", "Still strong")).is(200);
    api.delete("/api/roles/" + strong).isProblem(403, "role_above_caller");
    api.post("/api/role-assignments", Body.of("role", strong, "user_id", user.id()))
        .isProblem(403, "role_above_caller");
    tenant
        .as("manager")
        .post("/api/roles", Body.of("name", name + "y"))
        .isProblem(403, "permission_required");
  }

  @Test
  void changesAreInTheTrailAndInTheOutbox() {
    TestTenant own = Fixtures.tenant();
    String role = own.role("grants", List.of("projects:read"));
    own.api().patch("/api/roles/" + role, Body.of("grants", List.of("tasks:read"))).is(200);
    String assignment = own.assign(role, "user_id", own.owner().id());
    own.api().delete("/api/role-assignments/" + assignment).is(204);
    own.api().delete("/api/roles/" + role).is(204);
    String[] expected = {
      "role.created",
      "role.updated",
      "role_assignment.created",
      "role_assignment.deleted",
      "role.deleted"
    };
    assertThat(own.api().get("/api/audit-logs").each("action")).contains(expected);
    assertThat(own.api().get("/api/webhooks/messages?limit=200").each("type")).contains(expected);
  }
}
