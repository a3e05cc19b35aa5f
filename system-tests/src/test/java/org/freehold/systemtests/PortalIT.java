package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A link that opens the webhooks of a tenant to people without an account, and nothing else. */
class PortalIT {
  private static final String LINKS = "/api/webhooks/portal-links";
  private static final String OPENING = "/api/webhooks/portal-sessions";
  private static final String ENDPOINTS = "/api/webhooks/endpoints";
  private static final String NEW_ENDPOINT =
      "{\"url\":\"http://127.0.0.1:9/\",\"status\":\"paused\"}";
  private static final String UNKNOWN = "00000000-0000-7000-8000-00000000abcd";
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private static final BodyPublisher EMPTY = BodyPublishers.ofString("{}");

  private final TestTenant tenant = Fixtures.tenant();

  private static Answer link(Api maker, String access) {
    return maker.post(LINKS, Body.of("access", access)).is(201);
  }

  private static Api bearing(Answer link) {
    return Fixtures.nobody().bearing(URI.create(link.string("url")).getFragment());
  }

  private static Answer opened(Answer link) {
    return bearing(link).post(OPENING).is(200);
  }

  private static Api visitor(Answer session) {
    return Fixtures.nobody().bearing(session.string("token"));
  }

  @Test
  void whoHasALinkSeesAndChangesTheWebhooks() {
    Answer link = link(tenant.api(), "write");
    assertThat(URI.create(link.string("url")).getPath()).isEqualTo("/portal/");
    Answer session = opened(link);
    assertThat(session.string("tenant_slug")).isEqualTo(tenant.slug());
    assertThat(session.json().getJsonArray("permissions").toString())
        .isEqualTo("[\"webhooks:read\",\"webhooks:write\"]");
    assertThat(session.string("expires_at")).isEqualTo(link.string("expires_at"));
    Api visitor = visitor(session);

    Answer made = visitor.post(ENDPOINTS, NEW_ENDPOINT).is(201);

    assertThat(visitor.get(ENDPOINTS).is(200).each("id")).containsExactly(made.id());
    visitor.get("/t/" + tenant.slug() + ENDPOINTS).is(200);
    visitor.get("/api/webhooks/event-types").is(200);
    Answer told = tenant.api().get(link.place()).is(200);
    assertThat(told.json().getInt("opened")).isEqualTo(1);
    assertThat(tenant.api().get(LINKS).is(200).items()).containsExactly(told.json());
    visitor.delete(made.place()).is(204);
  }

  @Test
  void nothingElseIsReached() throws IOException {
    Answer link = link(tenant.api(), "write");
    Api unopened = bearing(link);
    Api visitor = visitor(opened(link));
    List<String> others = new ArrayList<>();
    JsonObject paths = Fixtures.nobody().get("/api/openapi.json").is(200).json();
    paths = paths.getJsonObject("paths");
    for (String path : paths.keySet()) {
      for (String method : paths.getJsonObject(path).keySet()) {
        boolean webhooks = path.startsWith("/api/webhooks/") && !path.contains("/portal-");
        if (METHODS.contains(method) && !webhooks) {
          others.add(method.toUpperCase() + " " + path.replaceAll("\\{[^}]+}", UNKNOWN));
        }
      }
    }
    assertThat(others).hasSizeGreaterThan(150);
    for (String other : others) {
      String[] call = other.split(" ");
      boolean bodiless = Set.of("GET", "DELETE").contains(call[0]);
      Answer answer = visitor.send(call[0], call[1], bodiless ? BodyPublishers.noBody() : EMPTY);
      answer.is(403);
      assertThat(answer.text()).as(other).contains("A portal link opens the webhooks");
    }
    // A path that hides its name is not taken for one of the webhooks.
    visitor.post("/api/webhooks/%70ortal-links", "{}").isProblem(403, "portal_only");
    for (String hidden :
        List.of("../whoami", "x/../../whoami", "/portal-links", "x;/../../whoami")) {
      visitor
          .exchange("GET", "/api/webhooks/" + hidden, BodyPublishers.noBody())
          .isProblem(400, "invalid");
    }
    for (String path : List.of(ENDPOINTS, "/api/whoami", LINKS, "/api/webhooks/event-types")) {
      unopened.get(path).isProblem(403, "portal_only");
    }
    String refusals = "/api/audit-logs?action=access.refused";
    assertThat(tenant.api().get(refusals).is(200).each("error")).contains("portal_only");
  }

  @Test
  void aLinkToSeeChangesNothing() {
    Api visitor = visitor(opened(link(tenant.api(), "read")));
    visitor.get(ENDPOINTS).is(200);
    assertThat(
            visitor
                .post(ENDPOINTS, NEW_ENDPOINT)
                .isProblem(403, "permission_required")
                .string("permission"))
        .isEqualTo("webhooks:write");
  }

  @Test
  void nobodyGivesMoreThanTheyHold() {
    tenant.as("manager").post(LINKS, "{}").isProblem(403, "permission_required");
    tenant.withKey("webhooks:read").post(LINKS, "{}").isProblem(403, "permission_required");
    for (String wrong :
        List.of(
            "{\"expires_in_seconds\":59}",
            "{\"expires_in_seconds\":86401}",
            "{\"access\":\"admin\"}",
            "{\"permissions\":[\"projects:read\"]}")) {
      tenant.api().post(LINKS, wrong).isProblem(400, "invalid");
    }
    tenant.api().post(OPENING).isProblem(403, "portal_link_required");
  }

  @Test
  void itEndsWithTheRightOfItsMaker() {
    TestUser maker = tenant.newUser("developer");
    Answer link = link(maker.api(), "write");
    Api visitor = visitor(opened(link));
    visitor.get(ENDPOINTS).is(200);

    tenant.api().patch("/api/users/" + maker.id(), Body.of("role", "viewer")).is(200);

    visitor.get(ENDPOINTS).isProblem(403, "permission_required");
    bearing(link).post(OPENING).isProblem(403, "permission_required");
  }

  @Test
  void itEndsWithTheKeyThatMadeIt() {
    Answer key = tenant.apiKey("permissions", List.of("webhooks:write"), "expires_at", soon());
    Api caller = Fixtures.nobody().bearing(key.string("key"));
    Answer link = caller.post(LINKS, "{\"expires_in_seconds\":86400,\"access\":\"write\"}").is(201);
    assertThat(link.string("expires_at")).isEqualTo(key.string("expires_at"));
    Api visitor = visitor(opened(link));
    visitor.get(ENDPOINTS).is(200);

    tenant.api().delete(key.place()).is(204);

    visitor.get(ENDPOINTS).isProblem(401, "portal_over");
    bearing(link).post(OPENING).isProblem(401, "portal_over");
  }

  private static String soon() {
    return Instant.ofEpochSecond(Instant.now().getEpochSecond() + 1800).toString();
  }

  @Test
  void itEndsWithTheTenant() {
    Api visitor = visitor(opened(link(tenant.api(), "write")));
    Fixtures.operator().post(tenant.path() + "/suspend").is(200);
    Answer refused =
        Await.until(
            SOON, () -> visitor.post(ENDPOINTS, NEW_ENDPOINT), answer -> answer.status() == 403);
    refused.isProblem(403, "tenant_suspended");
    visitor.get(ENDPOINTS).is(200);
    Fixtures.operator().post(tenant.path() + "/archive").is(200);
    Await.until(SOON, () -> visitor.get(ENDPOINTS), answer -> answer.status() == 403)
        .isProblem(403, "tenant_archived");
  }

  @Test
  void itIsEndedByHandAndByItsTime() throws SQLException {
    Answer ended = link(tenant.api(), "read");
    Api first = visitor(opened(ended));
    first.get(ENDPOINTS).is(200);
    tenant.as("viewer").delete(LINKS + "/" + ended.id()).isProblem(403, "permission_required");
    tenant.api().delete(LINKS + "/" + ended.id()).is(204);
    first.get(ENDPOINTS).isProblem(401, "portal_over");
    tenant.api().delete(LINKS + "/" + ended.id()).isProblem(404, "not_found");

    Answer late = link(tenant.api(), "read");
    Api second = visitor(opened(late));
    second.get(ENDPOINTS).is(200);
    try (Connection database = Database.asAdministrator()) {
      Database.run(
          database,
          "update control.api_key_secret set valid_until = now() where tenant_id = '"
              + tenant.id()
              + "' and purpose <> 'key'");
    }
    Await.until(SOON, () -> second.get(ENDPOINTS), answer -> answer.status() == 401)
        .isProblem(401, "portal_over");
    Fixtures.nobody().bearing("ps_live_nothing").get(ENDPOINTS).isProblem(401, "portal_over");
  }

  @Test
  void anotherTenantIsAnotherWorld() {
    Answer link = link(tenant.api(), "write");
    Api visitor = visitor(opened(link));
    TestTenant other = Fixtures.tenant();
    String theirs = other.endpoint("http://127.0.0.1:9/");
    visitor.get(ENDPOINTS + "/" + theirs).isProblem(404, "not_found");
    visitor.in(other.slug()).get(ENDPOINTS).isProblem(400, "tenant_conflict");
    other.api().delete(LINKS + "/" + link.id()).isProblem(404, "not_found");
    assertThat(other.api().get(LINKS).is(200).items()).isEmpty();
    visitor.get(ENDPOINTS).is(200);
  }

  @Test
  void theTrailTellsWhoMadeAndWhoOpenedAndNothingTellsTheTokens() throws IOException, SQLException {
    Answer link = link(tenant.api(), "write");
    Answer session = opened(link);
    visitor(session).post(ENDPOINTS, NEW_ENDPOINT).is(201);
    Answer trail = tenant.api().get("/api/audit-logs?limit=200").is(200);
    assertThat(trail.each("action"))
        .contains("portal_link.created", "portal_link.opened", "webhook_endpoint.created");
    JsonObject opening = event(trail, "portal_link.opened");
    assertThat(opening.getString("resource_id")).isEqualTo(link.id());
    assertThat(opening.getString("actor_type")).isEqualTo("api_key");
    assertThat(opening.getString("api_key_id")).isEqualTo(link.id());
    String visit = opening.getJsonObject("new_values").getString("session_id");
    assertThat(event(trail, "webhook_endpoint.created").getString("api_key_id")).isEqualTo(visit);
    List<String> kept;
    try (Connection database = Database.asAdministrator()) {
      kept = Database.texts(database, "select s::text from control.api_key_secret s");
    }
    for (String token :
        List.of(URI.create(link.string("url")).getFragment(), session.string("token"))) {
      String chance = token.substring(12);
      assertThat(trail.text()).doesNotContain(chance);
      assertThat(Installation.log()).doesNotContain(chance);
      assertThat(kept).noneMatch(row -> row.contains(chance));
    }
  }

  private static JsonObject event(Answer trail, String action) {
    return trail.items().stream()
        .filter(one -> one.getString("action").equals(action))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void onlyThePortalIsShownInFramesAndOnlyOfNamedOrigins() {
    Answer portal = Fixtures.nobody().get("/portal/webhooks/deliveries").is(200);
    assertThat(portal.header("Content-Security-Policy"))
        .endsWith("frame-ancestors " + Installation.PAGES + " http://127.0.0.1:*");
    // The container may add its own, which browsers pass over where there are frame-ancestors.
    assertThat(portal.header("X-Frame-Options")).isNotEqualTo("DENY");
    assertThat(portal.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(portal.text()).contains("fh-portal").doesNotContain("fh-dashboard");
    for (String path : List.of("/admin/", "/admin/portal/", "/portalx", "/api/docs/", ENDPOINTS)) {
      Answer other = Fixtures.nobody().get(path);
      assertThat(other.header("Content-Security-Policy"))
          .as(path)
          .endsWith("frame-ancestors 'none'");
      assertThat(other.header("X-Frame-Options")).as(path).isEqualTo("DENY");
    }
  }
}
