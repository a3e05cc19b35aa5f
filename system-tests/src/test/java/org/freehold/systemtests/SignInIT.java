package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SignInIT {
  private static final String WRONG = "not the pass phrase at all";
  private static TestTenant tenant;

  @BeforeAll
  static void makeATenant() {
    tenant = Fixtures.tenant();
  }

  @Test
  void aPersonSignsInWithAddressAndPassword() {
    TestUser person = tenant.newUser("member");
    Answer answer =
        Fixtures.nobody()
            .login(person.email().toUpperCase(java.util.Locale.ROOT), TestTenant.PASSWORD)
            .is(200);
    assertThat(answer.string("token_type")).isEqualTo("Bearer");
    assertThat(answer.number("expires_in")).isEqualByComparingTo("1800");
    assertThat(answer.json().getJsonObject("user").getString("id")).isEqualTo(person.id());
    assertThat(answer.json().getJsonObject("user").getString("email")).isEqualTo(person.email());
    JsonObject home = answer.json().getJsonArray("tenants").getJsonObject(0);
    assertThat(home.getString("slug")).isEqualTo(tenant.slug());
    assertThat(answer.header("Set-Cookie"))
        .startsWith("__Host-freehold-refresh=")
        .contains("Secure", "HttpOnly", "SameSite=Strict", "Path=/");
  }

  @Test
  void whoamiTellsThePersonTheTenantTheRolesAndThePermissions() {
    TestUser viewer = tenant.user("viewer");
    JsonObject identity = viewer.api().get("/api/whoami").is(200).json();
    assertThat(identity.getJsonObject("user").getString("email")).isEqualTo(viewer.email());
    assertThat(identity.getJsonObject("tenant").getString("slug")).isEqualTo(tenant.slug());
    assertThat(identity.getJsonArray("roles").getString(0)).isEqualTo("viewer");
    assertThat(identity.getJsonArray("permissions"))
        .contains(Json.createValue("projects:read"))
        .doesNotContain(Json.createValue("projects:write"));
    assertThat(identity.getJsonArray("workspaces")).isEmpty();
  }

  @Test
  void theLastSignInIsTold() {
    TestUser person = tenant.newUser("member");
    String before = tenant.api().get("/api/users/" + person.id()).string("last_login_at");
    Fixtures.nobody().login(person.email(), TestTenant.PASSWORD).is(200);
    Instant after =
        Instant.parse(tenant.api().get("/api/users/" + person.id()).string("last_login_at"));
    assertThat(after)
        .isAfter(Instant.parse(before))
        .isBefore(Instant.now().plus(Duration.ofSeconds(5)));
  }

  @Test
  void aWrongPasswordAndAnUnknownAddressAnswerAlike() {
    Answer wrong = Fixtures.nobody().login(tenant.newUser("viewer").email(), WRONG);
    Answer unknown = Fixtures.nobody().login(Fixtures.unique("no") + "@nowhere.example", WRONG);
    wrong.isProblem(401, "invalid_credentials");
    assertThat(wrong.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(withoutRequest(wrong)).isEqualTo(withoutRequest(unknown));
  }

  @Test
  void tenFailuresLockAnAddressForAWhileWhetherItExistsOrNot() {
    String known = tenant.newUser("viewer").email();
    String unknown = Fixtures.unique("nobody") + "@nowhere.example";
    for (String email : List.of(known, unknown)) {
      for (int i = 0; i < 10; i++) {
        Fixtures.nobody().login(email, WRONG).isProblem(401, "invalid_credentials");
      }
    }
    Answer locked = Fixtures.nobody().login(known, TestTenant.PASSWORD);
    Answer alike = Fixtures.nobody().login(unknown, WRONG);
    locked.isProblem(429, "sign_in_locked");
    assertThat(withoutRequest(locked)).isEqualTo(withoutRequest(alike));
    for (Answer answer : List.of(locked, alike)) {
      assertThat(Long.parseLong(answer.header("Retry-After"))).isBetween(800L, 900L);
    }
  }

  @Test
  void aSuccessForgetsFailures() {
    String email = tenant.newUser("viewer").email();
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 6; i++) {
        Fixtures.nobody().login(email, WRONG).is(401);
      }
      Fixtures.nobody().login(email, TestTenant.PASSWORD).is(200);
    }
  }

  @Test
  void refreshingGivesANewPairThatWorks() {
    Answer first = Fixtures.nobody().login(tenant.newUser("viewer").email(), TestTenant.PASSWORD);
    Answer second = refresh(first.string("refresh_token")).is(200);
    assertThat(second.string("refresh_token")).isNotEqualTo(first.string("refresh_token"));
    assertThat(second.string("access_token")).isNotEqualTo(first.string("access_token"));
    Fixtures.nobody().bearing(second.string("access_token")).get("/api/whoami").is(200);
    refresh(second.string("refresh_token")).is(200);
  }

  @Test
  void aRefreshTokenThatComesTwiceRevokesTheWholeFamily() {
    Answer first = Fixtures.nobody().login(tenant.newUser("viewer").email(), TestTenant.PASSWORD);
    Answer second = refresh(first.string("refresh_token")).is(200);
    refresh(first.string("refresh_token")).isProblem(401, "invalid_refresh_token");
    refresh(second.string("refresh_token")).isProblem(401, "invalid_refresh_token");
    Fixtures.nobody()
        .bearing(second.string("access_token"))
        .get("/api/whoami")
        .isProblem(401, "invalid_token");
  }

  @Test
  void aBrowserRefreshesWithItsCookie() {
    Answer first = Fixtures.nobody().login(tenant.newUser("viewer").email(), TestTenant.PASSWORD);
    String cookie = first.header("Set-Cookie").replaceAll(";.*", "");
    Fixtures.nobody().with("Cookie", cookie).post("/api/auth/refresh", "{}").is(200);
    Fixtures.nobody().post("/api/auth/refresh", "{}").isProblem(400, "invalid");
    refresh("no such token").isProblem(401, "invalid_refresh_token");
  }

  @Test
  void signingOutEndsTheSessionAtOnce() {
    Answer session = Fixtures.nobody().login(tenant.newUser("viewer").email(), TestTenant.PASSWORD);
    Api api = Fixtures.nobody().bearing(session.string("access_token"));
    assertThat(api.post("/api/auth/logout").is(204).header("Set-Cookie")).contains("Max-Age=0");
    api.get("/api/whoami").isProblem(401, "invalid_token");
    refresh(session.string("refresh_token")).is(401);
  }

  @Test
  void aPersonSeesTheirSessionsAndEndsOneOfThem() {
    TestUser person = tenant.newUser("viewer");
    Api other =
        Fixtures.nobody()
            .with("User-Agent", "another browser")
            .in(tenant.slug())
            .signedIn(person.email(), TestTenant.PASSWORD);
    Answer sessions = person.api().get("/api/auth/sessions").is(200);
    assertThat(sessions.items()).hasSize(2);
    assertThat(sessions.each("user_agent")).contains("another browser");
    assertThat(sessions.items().stream().filter(s -> s.getBoolean("current"))).hasSize(1);
    String others =
        sessions.items().stream()
            .filter(s -> !s.getBoolean("current"))
            .findFirst()
            .orElseThrow()
            .getString("id");
    person.api().delete("/api/auth/sessions/" + others).is(204);
    other.get("/api/whoami").isProblem(401, "invalid_token");
    person.api().delete("/api/auth/sessions/" + others).isProblem(404, "not_found");
    assertThat(person.api().get("/api/auth/sessions").items()).hasSize(1);
  }

  @Test
  void nobodyEndsSomebodyElsesSession() {
    TestUser person = tenant.newUser("viewer");
    String session = person.api().get("/api/auth/sessions").items().get(0).getString("id");
    tenant.api().delete("/api/auth/sessions/" + session).isProblem(404, "not_found");
    person.api().get("/api/whoami").is(200);
  }

  @Test
  void aDeactivatedUserIsLockedOutOfTheTenant() {
    TestUser person = tenant.newUser("viewer");
    tenant.api().patch("/api/users/" + person.id(), Body.of("is_active", false)).is(200);
    person.api().get("/api/projects").isProblem(404, "not_found");
  }

  private static Answer refresh(String token) {
    return Fixtures.nobody().post("/api/auth/refresh", Body.of("refresh_token", token));
  }

  private static JsonObject withoutRequest(Answer answer) {
    return Json.createObjectBuilder(answer.json()).remove("request_id").build();
  }
}
