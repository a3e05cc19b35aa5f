package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.freehold.systemtests.Seeds.SEED;
import static org.freehold.systemtests.Seeds.count;
import static org.freehold.systemtests.Seeds.member;
import static org.freehold.systemtests.Seeds.seeded;
import static org.freehold.systemtests.Seeds.wish;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Demo data is asked for, written and found over HTTP. */
class DemoSeedIT {
  private final Api operator = Fixtures.operator();

  private static List<String> texts(String sql) throws SQLException {
    try (Connection connection = Database.asAdministrator()) {
      return Database.texts(connection, sql);
    }
  }

  @Test
  void anOperatorSeedsATenantThatIsMadeForIt() throws SQLException {
    String slug = Fixtures.unique("techcorp");
    JsonObject run = seeded(operator, slug, 3, 8);
    assertThat(count(run, "projects")).isEqualTo(3);
    assertThat(count(run, "tasks")).isEqualTo(24);
    assertThat(count(run, "users")).isEqualTo(7);
    assertThat(count(run, "teams")).isEqualTo(2);
    assertThat(count(run, "files")).isEqualTo(9);
    JsonObject progress = run.getJsonObject("progress");
    assertThat(progress.getInt("done")).isEqualTo(27);
    assertThat(progress.getInt("total")).isEqualTo(27);
    assertThat(progress.getInt("percent")).isEqualTo(100);
    Answer tenant = operator.get("/api/tenants/" + slug).is(200);
    assertThat(tenant.string("status")).isEqualTo("active");
    assertThat(tenant.string("tier")).isEqualTo("enterprise");
    Api admin = member(slug, "admin");
    List<JsonObject> projects = admin.get("/api/projects").is(200).items();
    assertThat(projects).hasSize(3);
    for (JsonObject project : projects) {
      assertThat(admin.get("/api/projects/" + project.getString("id") + "/tasks").items())
          .hasSize(8);
      assertThat(project.getString("cost_center")).isNotBlank();
      assertThat(project.getJsonArray("stakeholders")).isNotEmpty();
    }
    for (JsonObject team : admin.get("/api/teams").is(200).items()) {
      assertThat(team.getString("manager_id")).isNotBlank();
      assertThat(admin.get("/api/teams/" + team.getString("id") + "/members").items())
          .hasSizeGreaterThan(1);
    }
    String ofTenant = " where tenant_id = '" + tenant.id() + "' and type = '";
    assertThat(texts("select body from tenant.message" + ofTenant + "notification.welcome'"))
        .hasSize(7);
    assertThat(texts("select body from tenant.message" + ofTenant + "admin.demo_seed.completed'"))
        .singleElement()
        .satisfies(body -> assertThat(body).contains(slug, "\"files\":9"));
    assertThat(admin.get("/api/audit-logs?action=demo_data.seeded").is(200).items()).hasSize(2);
  }

  @Test
  void demoUsersOfEveryRoleSignIn() {
    String slug = Fixtures.unique("roles");
    seeded(operator, slug, 1, 1);
    Set<String> roles = new TreeSet<>();
    for (String name :
        List.of("admin", "manager", "database-admin", "developer", "analyst", "member", "viewer")) {
      roles.add(
          member(slug, name).get("/api/whoami").is(200).json().getJsonArray("roles").getString(0));
    }
    assertThat(roles)
        .containsExactly(
            "analyst",
            "database_admin",
            "developer",
            "manager",
            "member",
            "tenant_admin",
            "viewer");
    member(slug, "viewer")
        .post("/api/projects", Body.of("name", "Not mine"))
        .isProblem(403, "permission_required");
  }

  @Test
  void aSecondRunWritesNothingAndALargerOneTopsUp() throws SQLException {
    TestTenant tenant = Fixtures.tenant();
    String own = tenant.project();
    JsonObject first = seeded(tenant.api(), tenant.slug(), 4, 2);
    assertThat(count(first, "users")).isEqualTo(8);
    String state =
        "select count(*) || ' ' || coalesce(sum(version), 0) from tenant.%s where tenant_id = '%s'";
    String projects = state.formatted("project", tenant.id());
    List<String> before = texts(projects);
    JsonObject again = seeded(tenant.api(), tenant.slug(), 4, 2);
    assertThat(again.getJsonObject("counts").values())
        .isNotEmpty()
        .allMatch(n -> n.toString().equals("0"));
    assertThat(texts(projects)).isEqualTo(before);
    JsonObject more = seeded(tenant.api(), tenant.slug(), 6, 5);
    assertThat(count(more, "projects")).isEqualTo(2);
    assertThat(count(more, "tasks")).isEqualTo(6 * 5 - 4 * 2);
    assertThat(tenant.api().get("/api/projects").is(200).items()).hasSize(7);
    assertThat(tenant.api().get("/api/projects/" + own + "/tasks").is(200).items()).isEmpty();
    JsonObject fewer = seeded(tenant.api(), tenant.slug(), 1, 0);
    assertThat(count(fewer, "projects")).isZero();
  }

  @Test
  void whatPeopleChangedStaysAsItIs() {
    TestTenant tenant = Fixtures.tenant();
    seeded(tenant.api(), tenant.slug(), 2, 1);
    String changed = tenant.api().get("/api/projects").items().get(0).getString("id");
    tenant
        .api()
        .patch("/api/projects/" + changed, "{\"name\":\"Ours now\",\"stakeholders\":[]}")
        .is(200);
    seeded(tenant.api(), tenant.slug(), 3, 2);
    Answer project = tenant.api().get("/api/projects/" + changed).is(200);
    assertThat(project.string("name")).isEqualTo("Ours now");
    assertThat(project.json().getJsonArray("stakeholders")).isEmpty();
  }

  @Test
  void onlyAdministratorsSeedAndOnlyTheirOwnTenant() {
    TestTenant tenant = Fixtures.tenant();
    TestTenant other = Fixtures.tenant();
    for (String role : List.of("manager", "developer", "viewer")) {
      tenant.as(role).post(SEED, wish(tenant.slug(), 1, 1)).isProblem(403, "permission_required");
    }
    tenant.api().post(SEED, wish(other.slug(), 1, 1)).isProblem(404, "not_found");
    tenant.api().post(SEED, wish(Fixtures.unique("none"), 1, 1)).isProblem(404, "not_found");
    tenant
        .api()
        .post(
            "/api/jobs",
            "{\"name\":\"demo-seed\",\"parameters\":{\"tenant_slug\":\"" + other.slug() + "\"}}")
        .isProblem(404, "not_found");
    Fixtures.nobody().post(SEED, wish(tenant.slug(), 1, 1)).is(401);
    assertThat(other.api().get("/api/projects").is(200).items()).isEmpty();
  }

  @Test
  void aSuspendedTenantAndThePlatformAreNotSeeded() {
    TestTenant tenant = Fixtures.tenant();
    operator.post(tenant.path() + "/suspend").is(200);
    operator.post(SEED, wish(tenant.slug(), 1, 1)).isProblem(403, "tenant_suspended");
    assertThat(operator.post(SEED, wish("platform", 1, 1)).isProblem(400, "invalid").faults())
        .containsExactly("/tenant_slug reserved");
  }

  @Test
  void everyNumberHasItsLimits() {
    assertThat(
            operator
                .post(
                    SEED,
                    Body.of(
                        "tenant_slug",
                        "Not A Slug",
                        "num_projects",
                        10_001,
                        "tasks_per_project",
                        101,
                        "partitions",
                        9))
                .isProblem(400, "invalid")
                .faults())
        .extracting(fault -> fault.split(" ")[0])
        .containsExactlyInAnyOrder(
            "/tenant_slug", "/num_projects", "/tasks_per_project", "/partitions");
    operator.post(SEED, wish("techcorp", 0, 0)).isProblem(400, "invalid");
    operator.post(SEED, "{}").isProblem(400, "invalid");
  }

  @Test
  void partitionsTogetherWriteEachProjectOnce() throws SQLException {
    String slug = Fixtures.unique("parts");
    Answer started =
        operator
            .post(
                SEED,
                Body.of(
                    "tenant_slug",
                    slug,
                    "num_projects",
                    103,
                    "tasks_per_project",
                    7,
                    "partitions",
                    3))
            .is(202);
    JsonObject run = Seeds.ended(operator, started);
    assertThat(count(run, "projects")).isEqualTo(103);
    assertThat(count(run, "files")).isEqualTo(60);
    assertThat(count(run, "tasks")).isEqualTo(721);
    String id = operator.get("/api/tenants/" + slug).id();
    assertThat(
            texts(
                "select count(*) || ' ' || count(distinct name) from tenant.project where tenant_id = '"
                    + id
                    + "'"))
        .containsExactly("103 103");
  }
}
