package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TenantResolutionIT {
  private static TestTenant tenant;
  private static TestTenant other;
  private static Api nameless;

  @BeforeAll
  static void makeTwoTenantsWithOnePersonInBoth() {
    tenant = Fixtures.tenant();
    other = Fixtures.tenant();
    other
        .api()
        .post(
            "/api/users",
            Body.of("email", tenant.owner().email(), "name", "Guest", "role", "viewer"))
        .is(201);
    nameless = tenant.api().without("X-Tenant-Slug");
  }

  @Test
  void theHeaderNamesATenant() {
    assertThat(tenantOf(nameless.in(tenant.slug()), "")).isEqualTo(tenant.slug());
    assertThat(tenantOf(nameless.in(other.slug()), "")).isEqualTo(other.slug());
  }

  @Test
  void theSubdomainNamesATenant() {
    assertThat(tenantOf(nameless.with("Host", host(other.slug() + ".localhost")), ""))
        .isEqualTo(other.slug());
  }

  @Test
  void thePathNamesATenantAndLinksStayOnIt() {
    String prefix = "/t/" + tenant.slug();
    assertThat(tenantOf(nameless, prefix)).isEqualTo(tenant.slug());
    Answer created = nameless.post(prefix + "/api/projects", Body.of("name", "By path")).is(201);
    assertThat(created.place()).isEqualTo(prefix + "/api/projects/" + created.id());
    nameless.get(created.place()).is(200);
    nameless.post(prefix + "/api/projects", Body.of("name", "By path too")).is(201);
    Answer page = nameless.get(prefix + "/api/projects?limit=1").is(200);
    assertThat(page.header("Link"))
        .startsWith("<" + prefix + "/api/projects?")
        .endsWith("rel=\"next\"");
  }

  @Test
  void aVerifiedDomainNamesATenantAndAnUnverifiedOneDoesNot() throws SQLException {
    String verified = domain(tenant, true);
    String unverified = domain(tenant, false);
    assertThat(tenantOf(nameless.with("Host", verified), "")).isEqualTo(tenant.slug());
    nameless.with("Host", unverified).get("/api/projects").isProblem(400, "tenant_required");
  }

  @Test
  void twoNamesThatDisagreeAreAConflict() throws SQLException {
    Api both = nameless.in(tenant.slug());
    both.with("Host", host(other.slug() + ".localhost"))
        .get("/api/projects")
        .isProblem(400, "tenant_conflict");
    both.get("/t/" + other.slug() + "/api/projects").isProblem(400, "tenant_conflict");
    nameless
        .with("Host", host(other.slug() + ".localhost"))
        .get("/t/" + tenant.slug() + "/api/projects")
        .isProblem(400, "tenant_conflict");
    both.with("Host", domain(other, true)).get("/api/projects").isProblem(400, "tenant_conflict");
  }

  @Test
  void namesThatAgreeAreNoConflict() throws SQLException {
    Api both = nameless.in(tenant.slug()).with("Host", host(tenant.slug() + ".localhost"));
    assertThat(tenantOf(both, "/t/" + tenant.slug())).isEqualTo(tenant.slug());
    assertThat(tenantOf(nameless.in(tenant.slug()).with("Host", domain(tenant, true)), ""))
        .isEqualTo(tenant.slug());
  }

  @Test
  void aPersonOfOneTenantNeedNotNameIt() {
    Api single = tenant.as("viewer").without("X-Tenant-Slug");
    assertThat(tenantOf(single, "")).isEqualTo(tenant.slug());
  }

  @Test
  void aPersonOfSeveralTenantsMustNameOne() {
    nameless.get("/api/projects").isProblem(400, "tenant_required");
    assertThat(nameless.get("/api/whoami").is(200).isNull("tenant")).isTrue();
  }

  @Test
  void anUnknownTenantAndAForeignOneAnswerAlike() {
    Api stranger = other.as("viewer");
    Answer foreign = stranger.in(tenant.slug()).get("/api/projects");
    Answer unknown = stranger.in("no-such-tenant").get("/api/projects");
    foreign.isProblem(404, "not_found");
    assertThat(foreign.text().replaceAll("\"request_id\":\"[^\"]*\"", ""))
        .isEqualTo(unknown.text().replaceAll("\"request_id\":\"[^\"]*\"", ""));
    stranger
        .without("X-Tenant-Slug")
        .get("/t/" + tenant.slug() + "/api/projects")
        .isProblem(404, "not_found");
  }

  @Test
  void theSameRequestSeesOnlyTheTenantThatItNames() {
    String here = tenant.project();
    String there = other.project();
    assertThat(nameless.in(tenant.slug()).get("/api/projects?limit=200").each("id"))
        .contains(here)
        .doesNotContain(there);
    assertThat(nameless.in(other.slug()).get("/api/projects?limit=200").each("id"))
        .contains(there)
        .doesNotContain(here);
  }

  private static String tenantOf(Api api, String prefix) {
    return api.get(prefix + "/api/whoami").is(200).json().getJsonObject("tenant").getString("slug");
  }

  private static String host(String name) {
    return name + ":" + Installation.url().getPort();
  }

  private static String domain(TestTenant owner, boolean verified) throws SQLException {
    String domain = Fixtures.unique("portal") + ".example";
    try (Connection connection = Installation.database().administrator().connect();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into control.tenant_domain (domain, tenant_id, verified_at, challenge)"
                    + " values (?, ?, case when ? then now() end, 'of this test')")) {
      insert.setString(1, domain);
      insert.setObject(2, UUID.fromString(owner.id()));
      insert.setBoolean(3, verified);
      insert.executeUpdate();
    }
    return domain;
  }
}
