package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsersIT {
  private static TestTenant tenant;

  @BeforeAll
  static void makeATenant() {
    tenant = Fixtures.tenant();
  }

  @Test
  void aUserHasTheFieldsThatTheyWereGiven() {
    String email = Fixtures.unique("New") + "@People.example";
    Answer user =
        tenant
            .api()
            .post(
                "/api/users",
                Body.of("email", email, "name", "Ada", "role", "developer", "department", "R&D"))
            .is(201);
    assertThat(user.string("email")).isEqualTo(email.toLowerCase(java.util.Locale.ROOT));
    assertThat(user.string("role")).isEqualTo("developer");
    assertThat(user.string("department")).isEqualTo("R&D");
    assertThat(user.json().getBoolean("is_active")).isTrue();
    assertThat(user.isNull("last_login_at")).isTrue();
    assertThat(tenant.api().get(user.place()).is(200).json()).isEqualTo(user.json());
  }

  @Test
  void aUserIsAMemberWhenNoRoleIsNamed() {
    String email = Fixtures.unique("new") + "@people.example";
    assertThat(
            tenant
                .api()
                .post("/api/users", Body.of("email", email, "name", "N"))
                .is(201)
                .string("role"))
        .isEqualTo("member");
    tenant
        .api()
        .post("/api/users", Body.of("email", email, "name", "N"))
        .isProblem(409, "user_exists");
  }

  @ParameterizedTest
  @CsvSource({
    "admin, tenant_admin",
    "read_only, viewer",
    "user, viewer",
    "manager, manager",
    "database_admin, database_admin",
    "analyst, analyst"
  })
  void aRoleIsTakenByItsNameOrAlias(String sent, String told) {
    String email = Fixtures.unique("new") + "@people.example";
    assertThat(
            tenant
                .api()
                .post("/api/users", Body.of("email", email, "name", "N", "role", sent))
                .is(201)
                .string("role"))
        .isEqualTo(told);
  }

  @Test
  void anUnknownRoleOrAddressIsRefused() {
    assertThat(
            tenant
                .api()
                .post("/api/users", Body.of("email", "x@y.example", "name", "N", "role", "king"))
                .isProblem(400, "invalid")
                .faults())
        .containsExactly("/role role");
    assertThat(
            tenant
                .api()
                .post("/api/users", Body.of("email", "no address", "name", "N"))
                .isProblem(400, "invalid")
                .faults())
        .containsExactly("/email email");
    assertThat(
            tenant
                .api()
                .post(
                    "/api/users", Body.of("email", "x@y.example", "name", "N", "password", "short"))
                .isProblem(400, "invalid")
                .faults())
        .containsExactly("/password size");
  }

  @Test
  void theListIsNarrowedByRoleDepartmentStateAndAddress() {
    String department = Fixtures.unique("Dept");
    TestUser user = tenant.newUser("analyst");
    tenant
        .api()
        .patch("/api/users/" + user.id(), Body.of("department", department, "is_active", false))
        .is(200);
    for (String filter :
        new String[] {
          "department=" + department, "email=" + user.email(), "role=analyst&is_active=false"
        }) {
      assertThat(tenant.api().get("/api/users?" + filter).is(200).each("id"))
          .as(filter)
          .containsExactly(user.id());
    }
    assertThat(tenant.api().get("/api/users?is_active=true&limit=200").each("id"))
        .doesNotContain(user.id());
  }

  @Test
  void peopleAreFoundByAPartOfTheirNameOrAddress() {
    TestTenant own = Fixtures.tenant();
    TestUser developer = own.newUser("developer");
    TestUser viewer = own.newUser("viewer");
    own.api().patch("/api/users/" + viewer.id(), Body.of("name", "Zoë O'Hara 100%")).is(200);

    assertThat(own.api().get("/api/users?q=DEVELOPER-").is(200).each("id"))
        .containsExactly(developer.id());
    assertThat(own.api().get("/api/users?q=o%27hara%20100%25").is(200).each("id"))
        .containsExactly(viewer.id());
    assertThat(own.api().get("/api/users?q=%25").is(200).each("id")).containsExactly(viewer.id());
    assertThat(own.api().get("/api/users?q=nobody").is(200).items()).isEmpty();
  }

  @Test
  void theLastAdministratorStays() {
    TestTenant own = Fixtures.tenant();
    String path = "/api/users/" + own.owner().id();
    own.api().patch(path, Body.of("role", "viewer")).isProblem(409, "last_administrator");
    own.api().patch(path, Body.of("is_active", false)).isProblem(409, "last_administrator");
    TestUser second = own.newUser("admin");
    own.api().patch(path, Body.of("role", "viewer")).isProblem(409, "would_lock_you_out");
    own.api().patch(path, Body.of("is_active", false)).isProblem(409, "would_lock_you_out");
    second.api().patch(path, Body.of("role", "viewer")).is(200);
    second
        .api()
        .patch("/api/users/" + second.id(), Body.of("is_active", false))
        .isProblem(409, "last_administrator");
  }

  @Test
  void nobodyGrantsNorTakesAwayMoreThanTheyHold() {
    Api manager = tenant.as("manager");
    String email = Fixtures.unique("new") + "@people.example";
    manager
        .post("/api/users", Body.of("email", email, "name", "N", "role", "tenant_admin"))
        .isProblem(403, "role_above_caller");
    manager
        .patch("/api/users/" + tenant.user("manager").id(), Body.of("role", "tenant_admin"))
        .isProblem(403, "role_above_caller");
    manager
        .patch("/api/users/" + tenant.owner().id(), Body.of("role", "viewer"))
        .isProblem(403, "role_above_caller");
    manager
        .patch("/api/users/" + tenant.owner().id(), Body.of("is_active", false))
        .isProblem(403, "role_above_caller");
    tenant
        .api()
        .post("/api/users", Body.of("email", email, "name", "N", "role", "super_admin"))
        .isProblem(403, "platform_role");
    manager.post("/api/users", Body.of("email", email, "name", "N", "role", "viewer")).is(201);
  }

  @Test
  void theAddressOfAUserIsFixed() {
    TestUser user = tenant.newUser("viewer");
    assertThat(
            tenant
                .api()
                .patch("/api/users/" + user.id(), Body.of("email", "other@people.example"))
                .isProblem(400, "invalid")
                .faults())
        .containsExactly("/email fixed");
  }

  @Test
  void aPersonOfAnotherTenantJoinsAndKeepsTheirPassword() {
    TestTenant other = Fixtures.tenant();
    TestUser person = other.newUser("viewer");
    Answer joined =
        tenant
            .api()
            .post(
                "/api/users",
                Body.of(
                    "email",
                    person.email(),
                    "name",
                    "Guest",
                    "role",
                    "viewer",
                    "password",
                    "an entirely other phrase"))
            .is(201);
    assertThat(joined.id()).isEqualTo(person.id());
    Fixtures.nobody().login(person.email(), "an entirely other phrase").is(401);
    Answer login = Fixtures.nobody().login(person.email(), TestTenant.PASSWORD).is(200);
    assertThat(login.json().getJsonArray("tenants")).hasSize(2);
    assertThat(other.api().get("/api/users/" + person.id()).string("name")).isNotEqualTo("Guest");
  }

  @Test
  void aStaleVersionIsRefused() {
    String path = "/api/users/" + tenant.newUser("viewer").id();
    Api careful = tenant.api().with("If-Match", tenant.api().get(path).etag());
    careful.patch(path, Body.of("name", "First")).is(200);
    careful.patch(path, Body.of("name", "Second")).is(412);
  }

  @Test
  void replacingTakesDefaultsForWhatIsAbsent() {
    TestUser user = tenant.newUser("developer");
    Answer replaced =
        tenant
            .api()
            .put("/api/users/" + user.id(), Body.of("email", user.email(), "name", "Replaced"))
            .is(200);
    assertThat(replaced.string("role")).isEqualTo("member");
    assertThat(replaced.string("name")).isEqualTo("Replaced");
  }
}
