package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantRulesIT {
  private static final String OFFICE = "203.0.113.9";
  private static final String ELSEWHERE = "198.51.100.7";
  private static final List<String> OFFICES = List.of("203.0.113.0/24", "2001:db8::/32");
  private static final String OWNERS = "owners.example";

  private final TestTenant tenant = Fixtures.tenant();
  private final String rules = tenant.path() + "/access-rules";
  private final String people = tenant.slug() + ".example";
  private final Api owner = from(OFFICE, tenant.api());

  private static Api from(String address, Api api) {
    return api.with("X-Forwarded-For", address);
  }

  private static String addresses(String mode, List<String> networks) {
    return Body.of("ip_allow_list", Body.json(Body.of("mode", mode, "networks", networks)));
  }

  private static String domains(String mode, String... domains) {
    return Body.of("email_domains", Body.json(Body.of("mode", mode, "domains", List.of(domains))));
  }

  private List<String> told(String action) {
    return owner.get("/api/audit-logs?limit=200&action=" + action).is(200).each("error");
  }

  @Test
  void aTenantHasNoRulesUntilTheyAreGiven() {
    Answer none = owner.get(rules).is(200);
    assertThat(none.json())
        .isEqualTo(
            Body.json(
                "{\"ip_allow_list\":{\"mode\":\"off\",\"networks\":[]},"
                    + "\"email_domains\":{\"mode\":\"off\",\"domains\":[]}}"));
    Answer some = owner.with("If-Match", none.etag()).put(rules, addresses("off", OFFICES)).is(200);
    assertThat(some.etag()).isNotEqualTo(none.etag());
    owner
        .with("If-Match", none.etag())
        .patch(rules, domains("off", "company.com"))
        .isProblem(412, "stale");
    Answer both = owner.patch(rules, domains("off", "company.com")).is(200);
    assertThat(both.json().getJsonObject("ip_allow_list").getJsonArray("networks")).hasSize(2);
    assertThat(owner.get(rules).json()).isEqualTo(both.json());
    assertThat(owner.get(rules).etag()).isEqualTo(both.etag());
    assertThat(owner.put(rules, "{}").is(200).json()).isEqualTo(none.json());
  }

  @Test
  void anEnforcedAllowListHoldsForPeopleAndKeys() {
    Api key = tenant.withKey("projects:read");
    Api viewer = tenant.as("viewer");
    owner.put(rules, addresses("enforced", OFFICES)).is(200);
    for (Api api : new Api[] {key, viewer, tenant.api()}) {
      for (String inside : new String[] {OFFICE, "::ffff:203.0.113.9", "2001:db8:0:1::7"}) {
        from(inside, api).get("/api/projects").is(200);
      }
      for (String outside : new String[] {ELSEWHERE, "2001:db9::1", "::1"}) {
        Api away = from(outside, api);
        away.get("/api/projects").isProblem(403, "address_not_allowed");
        away.get("/api/whoami").isProblem(403, "address_not_allowed");
        away.post("/api/projects", Body.of("name", "P")).isProblem(403, "address_not_allowed");
        away.get("/t/" + tenant.slug() + "/api/projects").isProblem(403, "address_not_allowed");
      }
    }
    from(ELSEWHERE, viewer).get("/api/nothing").isProblem(403, "address_not_allowed");
    assertThat(told("access.refused"))
        .as("three callers at three addresses, however often")
        .containsOnly("address_not_allowed")
        .hasSize(9);
  }

  @Test
  void whatConcernsNoTenantIsOpenFromEverywhere() {
    TestUser user = tenant.newUser("viewer");
    owner.put(rules, addresses("enforced", OFFICES)).is(200);
    Answer session =
        from(ELSEWHERE, Fixtures.nobody()).login(user.email(), TestTenant.PASSWORD).is(200);
    Api away = from(ELSEWHERE, Fixtures.nobody().bearing(session.string("access_token")));
    away.get("/api/auth/sessions").is(200);
    away.get("/api/openapi.json").is(200);
    away.get("/api/health/liveness").is(200);
    away.get("/api/projects").isProblem(403, "address_not_allowed");
    String refresh = Body.of("refresh_token", session.string("refresh_token"));
    from(ELSEWHERE, Fixtures.nobody()).post("/api/auth/refresh", refresh).is(200);
  }

  @Test
  void theRulesOfOneTenantAreNothingToAnother() {
    TestTenant other = Fixtures.tenant();
    other
        .api()
        .post("/api/users", Body.of("email", tenant.owner().email(), "name", "O", "role", "viewer"))
        .is(201);
    owner.put(rules, addresses("enforced", OFFICES)).is(200);
    from(ELSEWHERE, tenant.api()).get("/api/projects").isProblem(403, "address_not_allowed");
    from(ELSEWHERE, tenant.api()).in(other.slug()).get("/api/projects").is(200);
    from(ELSEWHERE, other.api()).get("/api/projects").is(200);
    from(ELSEWHERE, tenant.api().without("X-Tenant-Slug")).get("/api/whoami").is(200);
  }

  @Test
  void aRuleThatOnlyReportsLetsInAndTellsOfItOnce() {
    Api viewer = tenant.as("viewer");
    owner.put(rules, addresses("report_only", OFFICES)).is(200);
    owner.patch(rules, domains("report_only", OWNERS)).is(200);
    from(OFFICE, tenant.api()).get("/api/projects").is(200);
    assertThat(told("access.would_be_refused")).isEmpty();
    for (int i = 0; i < 3; i++) {
      from(ELSEWHERE, viewer).get("/api/projects").is(200);
    }
    assertThat(told("access.would_be_refused"))
        .containsExactlyInAnyOrder("address_not_allowed", "email_domain_not_allowed");
    from("198.51.100.8", viewer).get("/api/projects").is(200);
    assertThat(told("access.would_be_refused")).hasSize(4);
    assertThat(told("access.refused")).isEmpty();
    String invited = Body.of("email", "a@elsewhere.example", "name", "A", "role", "viewer");
    owner.post("/api/users", invited).is(201);
  }

  @Test
  void anEnforcedDomainKeepsOthersAndTheirKeysOut() {
    TestUser developer = tenant.newUser("developer");
    String key =
        developer
            .api()
            .post(
                "/api/admin/api-keys",
                Body.of("name", "K", "permissions", List.of("projects:read")))
            .is(201)
            .string("key");
    Api theirKey = Fixtures.nobody().bearing(key);
    Api ownersKey = tenant.withKey("projects:read");
    owner.put(rules, domains("enforced", OWNERS)).is(200);
    developer.api().get("/api/projects").isProblem(403, "email_domain_not_allowed");
    theirKey.get("/api/projects").isProblem(403, "email_domain_not_allowed");
    ownersKey.get("/api/projects").is(200);
    owner.patch(rules, domains("enforced", OWNERS, people)).is(200);
    developer.api().get("/api/projects").is(200);
    theirKey.get("/api/projects").is(200);
  }

  @Test
  void nobodyOfAnotherDomainIsInvited() {
    owner.put(rules, domains("enforced", OWNERS, people)).is(200);
    for (String other : new String[] {"elsewhere.example", "sub." + people, "x" + people}) {
      String invited = Body.of("email", "a@" + other, "name", "A", "role", "viewer");
      assertThat(owner.post("/api/users", invited).isProblem(400, "invalid").faults())
          .containsExactly("/email email_domain");
    }
    String fine = Body.of("email", "A@" + people.toUpperCase(), "name", "A", "role", "viewer");
    owner.post("/api/users", fine).is(201);
  }

  @Test
  void nobodyShutsThemselvesOut() {
    Api key = tenant.withKey("tenants:*");
    for (Api api : new Api[] {owner, from(OFFICE, key)}) {
      api.put(rules, addresses("enforced", List.of("198.51.100.0/24")))
          .isProblem(409, "would_lock_you_out");
      api.put(rules, domains("enforced", people)).isProblem(409, "would_lock_you_out");
      api.put(rules, addresses("report_only", List.of("198.51.100.0/24"))).is(200);
      api.patch(rules, "{\"ip_allow_list\":{\"mode\":\"enforced\"}}")
          .isProblem(409, "would_lock_you_out");
      api.put(rules, addresses("enforced", List.of(OFFICE))).is(200);
    }
    from(OFFICE, tenant.api()).get("/api/projects").is(200);
    assertThat(told("tenant.access_rules.updated")).contains("would_lock_you_out");
  }

  @Test
  void anAdministratorRemainsWhoIsLetIn() {
    TestUser keeper = tenant.newUser(tenant.role("grants", List.of("tenants:*", "users:*")));
    keeper.api().put(rules, domains("enforced", people)).isProblem(409, "last_administrator");
    TestUser second = tenant.newUser("tenant_admin");
    keeper.api().put(rules, domains("enforced", people)).is(200);
    owner.get(rules).isProblem(403, "email_domain_not_allowed");
    second
        .api()
        .patch("/api/users/" + second.id(), Body.of("role", "viewer"))
        .isProblem(409, "last_administrator");
    second.api().put(rules, "{}").is(200);
    owner.patch("/api/users/" + second.id(), Body.of("role", "viewer")).is(200);
  }

  @Test
  void anOperatorOfThePlatformLetsATenantInAgain() throws SQLException {
    Fixtures.operator().put(rules, addresses("enforced", List.of("192.0.2.1"))).is(200);
    owner.get(rules).isProblem(403, "address_not_allowed");
    Fixtures.operator().get(rules).is(200);
    Fixtures.operator().patch(rules, "{\"ip_allow_list\":{\"mode\":\"off\"}}").is(200);
    owner.get(rules).is(200);
    Fixtures.operator().put(rules, domains("enforced", "gone.example")).is(200);
    owner.get(rules).isProblem(403, "email_domain_not_allowed");
    try (Connection connection = Database.asAdministrator()) {
      Database.run(
          connection,
          "update control.tenant set access_rules = null, version = version + 1 where slug = '"
              + tenant.slug()
              + "'");
    }
    owner.get(rules).is(200);
    Fixtures.operator().get("/api/tenants/platform/access-rules").isProblem(404, "not_found");
  }

  @Test
  void whoMayNotAdministerTheTenantSeesAndChangesNothing() {
    for (String role : new String[] {"manager", "viewer"}) {
      tenant.as(role).get(rules).isProblem(403, "permission_required");
      tenant.as(role).put(rules, "{}").isProblem(403, "permission_required");
    }
    owner.get("/api/tenants/" + Fixtures.tenant().slug() + "/access-rules").is(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"ip_allow_list\":{\"networks\":[\"10.0.0.0/8\",\"10.0.0.1/8\"]}} 1 ip_range",
        "{\"ip_allow_list\":{\"networks\":[\"10.0.0.0/33\"]}} 0 ip_range",
        "{\"ip_allow_list\":{\"networks\":[\"office\"]}} 0 ip_range",
        "{\"email_domains\":{\"domains\":[\"Company.com\"]}} 0 domain_name",
        "{\"email_domains\":{\"domains\":[\"a@company.com\"]}} 0 domain_name",
      })
  void anEntryThatIsNoneIsPointedAt(String bodyIndexAndCode) {
    String[] parts = bodyIndexAndCode.split(" ");
    String list =
        parts[0].contains("networks") ? "/ip_allow_list/networks/" : "/email_domains/domains/";
    assertThat(owner.put(rules, parts[0]).isProblem(400, "invalid").faults())
        .containsExactly(list + parts[1] + " " + parts[2]);
  }

  @Test
  void listsAreNeitherEmptyNorEndless() {
    assertThat(owner.put(rules, addresses("enforced", List.of())).is(400).faults())
        .containsExactly("/ip_allow_list/networks required");
    assertThat(owner.put(rules, domains("report_only")).is(400).faults())
        .containsExactly("/email_domains/domains required");
    List<String> many = IntStream.range(0, 101).mapToObj(i -> "10.0.0." + i).toList();
    assertThat(owner.put(rules, addresses("off", many)).is(400).faults())
        .containsExactly("/ip_allow_list/networks size");
    owner.put(rules, addresses("off", many.subList(1, 101))).is(200);
    assertThat(owner.put(rules, "{\"ip_allow_list\":{\"mode\":\"maybe\"}}").is(400).faults())
        .hasSize(1);
  }

  @Test
  void aChangeIsInTheTrailAndAMessage() {
    tenant.endpoint("http://127.0.0.1:9/");
    owner.put(rules, addresses("enforced", OFFICES)).is(200);
    owner.put(rules, addresses("enforced", OFFICES)).is(200);
    JsonValue networks =
        owner
            .get("/api/audit-logs?sort=timestamp&action=tenant.access_rules.updated")
            .is(200)
            .items()
            .get(0)
            .getJsonObject("new_values");
    assertThat(networks.toString()).contains("203.0.113.0/24", "enforced");
    JsonArray messages =
        owner
            .get("/api/webhooks/messages?type=tenant.access_rules_updated")
            .is(200)
            .json()
            .getJsonArray("items");
    assertThat(messages).as("the second time nothing changed").hasSize(1);
  }

  @Test
  void rulesCostNoQuery() {
    Api viewer = from(OFFICE, tenant.as("viewer"));
    Api key = from(OFFICE, tenant.withKey("projects:read"));
    long ofThePerson = StatementsIT.cost(() -> viewer.get("/api/projects").is(200));
    long ofTheKey = StatementsIT.cost(() -> key.get("/api/projects").is(200));
    owner.put(rules, addresses("enforced", OFFICES)).is(200);
    owner.patch(rules, domains("enforced", OWNERS, people)).is(200);
    assertThat(StatementsIT.cost(() -> viewer.get("/api/projects").is(200))).isEqualTo(ofThePerson);
    assertThat(StatementsIT.cost(() -> key.get("/api/projects").is(200))).isEqualTo(ofTheKey);
  }
}
