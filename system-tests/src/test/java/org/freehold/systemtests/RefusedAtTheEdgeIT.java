package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whom the product knows and turns away before a service is reached is on record. */
class RefusedAtTheEdgeIT {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String WRONG = "not the pass phrase";

  private static TestTenant tenant;
  private static TestTenant other;

  @BeforeAll
  static void makeTenants() {
    tenant = Fixtures.tenant();
    other = Fixtures.tenant();
  }

  @Test
  void aKeyThatIsOver() {
    String soon = Instant.now().plusSeconds(1).truncatedTo(ChronoUnit.MILLIS).toString();
    Answer key = tenant.apiKey("role", "viewer", "expires_at", soon);
    Api caller = Fixtures.nobody().bearing(key.string("key"));
    Await.until(SOON, () -> caller.get("/api/projects").status(), status -> status == 401);
    JsonObject event = only(tenant, "action=access.refused&resource_id=" + key.id());
    assertThat(event.getString("error")).isEqualTo("api_key_expired");
    assertThat(event.getString("api_key_id")).isEqualTo(key.id());
    assertThat(event.getBoolean("success")).isFalse();
  }

  @Test
  void aKeyFromElsewhereOncePerAddress() {
    Answer key = tenant.apiKey("role", "viewer", "allowed_ips", List.of("203.0.113.0/28"));
    Api caller = Fixtures.nobody().bearing(key.string("key"));
    for (String address : List.of("198.51.100.1", "198.51.100.2", "198.51.100.1")) {
      caller.with("X-Forwarded-For", address).get("/api/projects").is(403);
    }
    Answer told = trail(tenant, "action=access.refused&resource_id=" + key.id());
    assertThat(told.each("ip_address")).containsExactlyInAnyOrder("198.51.100.1", "198.51.100.2");
    assertThat(told.each("error")).containsOnly("ip_not_allowed");
  }

  @Test
  void aKeyForAnotherTenant() {
    Answer key = tenant.apiKey("role", "viewer");
    Fixtures.nobody()
        .bearing(key.string("key"))
        .in(other.slug())
        .get("/api/projects")
        .isProblem(400, "tenant_conflict");
    JsonObject event = only(tenant, "action=access.refused&resource_id=" + key.id());
    assertThat(event.getJsonObject("new_values").getString("tenant")).isEqualTo(other.slug());
    assertThat(trail(other, "action=access.refused").items()).isEmpty();
  }

  @Test
  void aPersonWhoNamesATenantThatTheyAreNotIn() {
    TestUser user = tenant.newUser("viewer");
    for (String named : List.of(other.slug(), Fixtures.unique("none"))) {
      user.api().in(named).get("/api/projects").isProblem(404, "not_found");
    }
    JsonObject event = only(tenant, "action=access.refused&user_id=" + user.id());
    assertThat(event.getString("error")).isEqualTo("not_found");
    assertThat(event.getJsonObject("new_values").getString("tenant")).isEqualTo(other.slug());
    assertThat(trail(other, "user_id=" + user.id()).items()).isEmpty();
  }

  @Test
  void aSignInWhileTheAddressIsLocked() {
    TestUser user = tenant.newUser("viewer");
    for (int i = 0; i < 10; i++) {
      Fixtures.nobody().login(user.email(), WRONG).is(401);
    }
    for (int i = 0; i < 3; i++) {
      Fixtures.nobody().login(user.email(), TestTenant.PASSWORD).isProblem(429, "sign_in_locked");
    }
    List<String> told =
        trail(tenant, "action=user.sign_in_refused&resource_type=user&resource_id=" + user.id())
            .each("error");
    assertThat(told).hasSize(11);
    assertThat(told.get(0)).isEqualTo("sign_in_locked");
    assertThat(told.subList(1, 11)).containsOnly("invalid_credentials");
    // Whoever guards the tenant is warned of it.
    String alerts = "/api/security/alerts?rule=refusals";
    Await.until(
        SOON,
        () -> tenant.api().get(alerts).is(200).each("subject_id"),
        subjects -> subjects.contains(user.id()));
  }

  @Test
  void aFailedSignInOfAnUnknownAddressIsRecordedOnThePlatform() {
    String unknown = Fixtures.unique("nobody") + "@nowhere.example";
    Answer refused = Fixtures.nobody().in(tenant.slug()).login(unknown, "some pass phrase").is(401);
    Answer trail =
        Fixtures.operator()
            .get("/api/audit-logs?request_id=" + refused.string("request_id"))
            .is(200);
    assertThat(trail.each("action")).containsExactly("user.sign_in_refused");
    assertThat(trail.each("error")).containsExactly("invalid_credentials");
  }

  /** A person of two tenants signs in to the one that the request names. */
  @Test
  void signingInStandsInTheTrailOfTheTenantThatTheRequestNames() {
    TestUser user = tenant.newUser("viewer");
    other
        .api()
        .post("/api/users", Body.of("email", user.email(), "name", "Guest", "role", "viewer"))
        .is(201);
    Api here = Fixtures.nobody().in(other.slug());
    here.login(user.email(), TestTenant.PASSWORD).is(200);
    here.login(user.email(), WRONG).is(401);
    String about = "action=user.sign*&request_id=";
    Answer third = Fixtures.nobody().login(user.email(), WRONG).is(401);
    assertThat(trail(other, "action=user.signed_in&user_id=" + user.id()).items()).hasSize(1);
    assertThat(
            trail(other, "action=user.sign_in_refused&resource_type=user&resource_id=" + user.id())
                .items())
        .hasSize(1);
    assertThat(other.api().get("/api/users/" + user.id()).is(200).isNull("last_login_at"))
        .isFalse();
    Answer platform =
        Fixtures.operator().get("/api/audit-logs?" + about + third.string("request_id")).is(200);
    assertThat(platform.each("error")).as("named none").containsExactly("invalid_credentials");
  }

  private static Answer trail(TestTenant whose, String query) {
    return whose.api().get("/api/audit-logs?" + query).is(200);
  }

  private static JsonObject only(TestTenant whose, String query) {
    Answer told = trail(whose, query);
    assertThat(told.items()).as(told.text()).hasSize(1);
    return told.items().get(0);
  }
}
