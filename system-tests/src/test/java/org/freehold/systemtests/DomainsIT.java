package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomainsIT {
  private static final String DOMAINS = "/api/admin/domains";
  private static final Duration SOON = Duration.ofSeconds(30);

  @Test
  void aDomainLeadsToItsTenantWhenItsRecordIsThere() {
    TestTenant tenant = Fixtures.tenant();
    TestTenant other = Fixtures.tenant();
    other.api().post("/api/users", Body.of("email", tenant.owner().email(), "name", "G")).is(201);
    Api nameless = tenant.api().without("X-Tenant-Slug");
    String name = Fixtures.unique("portal") + ".example";
    Answer added = add(tenant.api(), name.toUpperCase(java.util.Locale.ROOT) + ".").is(201);
    assertThat(added.place()).isEqualTo(DOMAINS + "/" + added.id());
    assertThat(added.string("domain")).isEqualTo(name);
    assertThat(added.string("tenant_slug")).isEqualTo(tenant.slug());
    assertThat(added.string("status")).isEqualTo("pending");
    assertThat(added.string("txt_name")).isEqualTo("_freehold-challenge." + name);
    Answer missing = verify(tenant.api(), added).isProblem(409, "domain_not_verified");
    assertThat(missing.json().getJsonArray("found")).isEmpty();
    assertThat(missing.string("expected")).isEqualTo(added.string("txt_value"));
    Installation.dns().txt(added.string("txt_name"), "v=spf1 -all", "something else");
    Answer wrong = verify(tenant.api(), added).isProblem(409, "domain_not_verified");
    assertThat(wrong.json().getJsonArray("found")).hasSize(2);
    assertThat(wrong.json().getJsonArray("found").getString(1)).isEqualTo("something else");
    nameless.with("Host", name).get("/api/projects").isProblem(400, "tenant_required");
    prove(added);
    assertThat(verify(tenant.api(), added).is(200).string("status")).isEqualTo("verified");
    assertThat(tenantAt(nameless, name)).isEqualTo(tenant.slug());
    assertThat(tenantAt(nameless, name + ".")).as("with the root").isEqualTo(tenant.slug());
    nameless
        .in(other.slug())
        .with("Host", name)
        .get("/api/projects")
        .isProblem(400, "tenant_conflict");
    other.as("viewer").without("X-Tenant-Slug").with("Host", name).get("/api/projects").is(404);
    tenant.withKey("projects:read").with("Host", name).get("/api/projects").is(200);
    other
        .withKey("projects:read")
        .with("Host", name)
        .get("/api/projects")
        .isProblem(400, "tenant_conflict");
    tenant.api().delete(DOMAINS + "/" + added.id()).is(204);
    nameless.with("Host", name).get("/api/projects").isProblem(400, "tenant_required");
    assertThat(told(tenant))
        .containsExactlyInAnyOrder(
            "admin.domain.added", "admin.domain.verified", "admin.domain.removed");
    for (String action : List.of("domain.added", "domain.verified", "domain.removed")) {
      assertThat(
              tenant
                  .api()
                  .get("/api/audit-logs?success=true&action=" + action)
                  .is(200)
                  .each("resource_id"))
          .as(action)
          .containsExactly(added.id());
    }
  }

  @Test
  void aDomainOfSeveralClaimsLeadsToOne() {
    TestTenant first = Fixtures.tenant();
    TestTenant second = Fixtures.tenant();
    String name = Fixtures.unique("shared") + ".example";
    Answer one = add(first.api(), name).is(201);
    Answer two = add(second.api(), name).is(201);
    add(first.api(), name).isProblem(409, "domain_known");
    assertThat(one.string("txt_value")).isNotEqualTo(two.string("txt_value"));
    Installation.dns()
        .txt(one.string("txt_name"), one.string("txt_value"), two.string("txt_value"));
    verify(first.api(), one).is(200);
    verify(second.api(), two).isProblem(409, "domain_taken");
    verify(second.api(), one).isProblem(404, "not_found");
    assertThat(list(second.api(), "?status=verified")).isEmpty();
    assertThat(list(second.api(), "?status=pending")).containsExactly(two.id());
    first.api().delete(DOMAINS + "/" + one.id()).is(204);
    verify(second.api(), two).is(200);
    assertThat(tenantAt(second.api().without("X-Tenant-Slug"), name)).isEqualTo(second.slug());
  }

  @Test
  void aDomainWhoseRecordIsGoneForLongLeadsNowhere() throws SQLException {
    TestTenant tenant = Fixtures.tenant();
    Answer domain = add(tenant.api(), Fixtures.unique("lapsing") + ".example").is(201);
    String record = domain.string("txt_name");
    prove(domain);
    verify(tenant.api(), domain).is(200);
    Installation.dns().fail(record);
    verify(tenant.api(), domain).isProblem(503, "dns_unavailable");
    Installation.dns().txt(record);
    verify(tenant.api(), domain).isProblem(409, "domain_not_verified");
    lookAgain(domain);
    JsonObject missed =
        Await.until(SOON, () -> details(tenant, domain), told -> !told.isNull("missing_since"));
    assertThat(missed.getString("status")).as("for some days").isEqualTo("verified");
    prove(domain);
    lookAgain(domain);
    Await.until(SOON, () -> details(tenant, domain), told -> told.isNull("missing_since"));
    Installation.dns().txt(record, "something else");
    lookAgain(domain);
    Await.until(SOON, () -> details(tenant, domain), told -> !told.isNull("missing_since"));
    run("update control.tenant_domain set missing_since = now() - interval '8 days'", domain);
    lookAgain(domain);
    JsonObject lapsed =
        Await.until(
            SOON,
            () -> details(tenant, domain),
            told -> told.getString("status").equals("pending"));
    assertThat(lapsed.isNull("verified_at")).isTrue();
    assertThat(told(tenant)).contains("admin.domain.lapsed");
    assertThat(tenant.api().get("/api/audit-logs?action=domain.lapsed").is(200).items()).hasSize(1);
    prove(domain);
    verify(tenant.api(), domain).is(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "shop.localhost",
        "127.0.0.1",
        "[::1]",
        "example",
        "a_b.example",
        "portal..example",
        "-portal.example",
        "https://portal.example",
        "portal.example:443",
        "*.example.com",
        "portal.example/path"
      })
  void whatIsNoDomainOfATenantIsRefused(String name) {
    add(Shared.TENANT.api(), name).isProblem(400, "invalid");
  }

  @Test
  void aDomainIsKeptAsDnsKnowsIt() {
    Answer domain = add(Shared.TENANT.api(), "  Bücher-" + Fixtures.unique("x") + ".Example ");
    assertThat(domain.is(201).string("domain")).startsWith("xn--bcher-").endsWith(".example");
    assertThat(list(Shared.TENANT.api(), "?domain=" + domain.string("domain")))
        .containsExactly(domain.id());
  }

  @Test
  void domainsAreForPlansThatGiveThemAndPeopleWhoMay() {
    TestTenant basic = Fixtures.tenant("tier", "starter");
    Answer refused = add(basic.api(), "portal.example.com").isProblem(402, "plan_required");
    assertThat(refused.string("entitlement")).isEqualTo("custom_domains");
    assertThat(refused.string("required_plan")).isEqualTo("pro");
    assertThat(list(basic.api(), "")).isEmpty();
    add(Shared.TENANT.as("manager"), "a.example.com").isProblem(403, "permission_required");
    Shared.TENANT.as("viewer").get(DOMAINS).isProblem(403, "permission_required");
    Fixtures.nobody().get(DOMAINS).isProblem(401, "sign_in_required");
  }

  @Test
  void anOperatorNamesTheTenantAndSeesThemAll() {
    TestTenant basic = Fixtures.tenant("tier", "starter");
    Api operator = Fixtures.operator();
    String name = Fixtures.unique("agreed") + ".example";
    assertThat(add(operator, name).isProblem(400, "invalid").faults())
        .containsExactly("/tenant_slug required");
    operator
        .post(DOMAINS, Body.of("domain", name, "tenant_slug", "no-such-tenant"))
        .isProblem(404, "not_found");
    String body = Body.of("domain", name, "tenant_slug", basic.slug());
    Shared.TENANT.api().post(DOMAINS, body).isProblem(404, "not_found");
    Answer domain = operator.post(DOMAINS, body).is(201);
    assertThat(domain.string("tenant_slug")).isEqualTo(basic.slug());
    assertThat(list(basic.api(), "")).containsExactly(domain.id());
    assertThat(list(Shared.TENANT.api(), "?domain=" + name)).isEmpty();
    prove(domain);
    verify(operator, domain).is(200);
    Answer all = operator.get(DOMAINS + "?status=verified&domain=" + name).is(200);
    assertThat(all.items().get(0).getString("tenant_slug")).isEqualTo(basic.slug());
    assertThat(tenantAt(basic.api().without("X-Tenant-Slug"), name)).isEqualTo(basic.slug());
    operator.delete(DOMAINS + "/" + domain.id()).is(204);
    assertThat(list(basic.api(), "")).isEmpty();
  }

  @Test
  void aTenantHasSoManyDomains() {
    TestTenant tenant = Fixtures.tenant();
    for (int i = 0; i < 20; i++) {
      add(tenant.api(), "d" + i + "." + tenant.slug() + ".example").is(201);
    }
    add(tenant.api(), "more." + tenant.slug() + ".example").isProblem(409, "too_many_domains");
  }

  /** For tests that leave nothing behind that others see. */
  private static final class Shared {
    private static final TestTenant TENANT = Fixtures.tenant();
  }

  private static Answer add(Api api, String name) {
    return api.post(DOMAINS, Body.of("domain", name));
  }

  private static Answer verify(Api api, Answer domain) {
    return api.post(DOMAINS + "/" + domain.id() + "/verify", "");
  }

  private static void prove(Answer domain) {
    Installation.dns().txt(domain.string("txt_name"), "v=spf1 -all", domain.string("txt_value"));
  }

  private static List<String> list(Api api, String query) {
    return api.get(DOMAINS + query).is(200).each("id");
  }

  private static JsonObject details(TestTenant tenant, Answer domain) {
    return tenant.api().get(DOMAINS + "/" + domain.id()).is(200).json();
  }

  private static String tenantAt(Api api, String host) {
    return api.with("Host", host)
        .get("/api/whoami")
        .is(200)
        .json()
        .getJsonObject("tenant")
        .getString("slug");
  }

  private static List<String> told(TestTenant tenant) {
    return tenant.api().get("/api/webhooks/messages?limit=200").is(200).each("type").stream()
        .filter(type -> type.startsWith("admin.domain."))
        .toList();
  }

  /** What would be tomorrow is due now. */
  private static void lookAgain(Answer domain) throws SQLException {
    run("update control.work_item set due_at = now()", "subject_id", domain);
  }

  private static void run(String update, Answer domain) throws SQLException {
    run(update, "id", domain);
  }

  private static void run(String update, String column, Answer domain) throws SQLException {
    try (Connection connection = Database.asAdministrator()) {
      Database.run(connection, update + " where " + column + " = '" + domain.id() + "'");
    }
  }
}
