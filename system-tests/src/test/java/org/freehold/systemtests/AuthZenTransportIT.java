package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.freehold.systemtests.AuthZen.ALICE_READS;
import static org.freehold.systemtests.AuthZen.json;
import static org.freehold.systemtests.AuthZen.with;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The binding to HTTP and the metadata (AuthZEN Authorization API 1.0 §9, §10 and §11). */
class AuthZenTransportIT {
  private static final String METADATA = "/.well-known/authzen-configuration";
  private static final String ID = "bfe9eb29-ab87-4ca3-be83-a1d5d8305716";

  private static TestTenant tenant;
  private static AuthZen point;

  @BeforeAll
  static void loadTheFixture() {
    tenant = Fixtures.tenant();
    point = AuthZen.certified(tenant);
  }

  static List<String> calls() {
    return List.of(
        "evaluation", "evaluations", "search/subject", "search/resource", "search/action");
  }

  @ParameterizedTest
  @MethodSource("calls")
  void everyCallTakesAndAnswersAJsonObject(String call) {
    Answer answer = point.call(call, ALICE_READS).is(200);
    assertThat(answer.header("Content-Type")).matches("application/json(;.*)?");
    assertThat(answer.json()).isNotEmpty();
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  @ParameterizedTest
  @MethodSource("calls")
  void anotherContentTypeIsABadRequest(String call) {
    for (String type : new String[] {"text/plain", "application/x-www-form-urlencoded"}) {
      new AuthZen(point.api().with("Content-Type", type))
          .call(call, ALICE_READS)
          .isProblem(400, "invalid");
    }
    new AuthZen(point.api().without("Content-Type"))
        .call(call, ALICE_READS)
        .isProblem(400, "invalid");
    new AuthZen(point.api().with("Content-Type", "application/json; charset=UTF-8"))
        .call(call, ALICE_READS)
        .is(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not json",
        "[]",
        "null",
        "'text'",
        "{'subject':",
        "{} {}",
        "{'subject':{'type':'user','id':'a','id':'b'}}",
        "{'subject':{'type':'user','id':'\\ud800'}}"
      })
  void whatIsNoJsonObjectIsABadRequest(String body) {
    for (String call : calls()) {
      point.call(call, body).isProblem(400, "invalid");
    }
  }

  @Test
  void whatIsNotUtf8IsABadRequest() {
    String body = ALICE_READS.replace("alice", "alïce").replace('\'', '"');
    point
        .api()
        .send(
            "POST",
            "/access/v1/evaluation",
            BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1))
        .isProblem(400, "invalid");
    point.evaluate(body).is(200);
  }

  @Test
  void whatIsTooLongOrTooDeepIsRefused() {
    String deep = "[".repeat(50_000);
    point.evaluate(with(ALICE_READS, "'context':" + deep)).isProblem(400, "invalid");
    String closed = "[".repeat(400) + "]".repeat(400);
    point.evaluate(with(ALICE_READS, "'more':" + closed)).isProblem(400, "invalid");
    String wide = "{'a':'" + "x".repeat(1_048_576) + "'}";
    point.evaluate(with(ALICE_READS, "'context':" + wide)).isProblem(413, "body_too_large");
    String large = "{'a':'" + "x".repeat(10_000) + "%s'}";
    assertThat(point.decision(with(ALICE_READS, "'context':" + large.formatted("")))).isTrue();
    point
        .evaluate(with(ALICE_READS, "'context':" + large.formatted("x")))
        .isProblem(400, "invalid");
    String number = "{'a':1e999999}";
    point.evaluate(with(ALICE_READS, "'context':" + number)).isProblem(400, "invalid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "PATCH", "DELETE"})
  void everyCallIsAPost(String method) {
    for (String call : calls()) {
      Answer answer = point.api().send(method, "/access/v1/" + call, BodyPublishers.noBody());
      assertThat(answer.isProblem(405, "method_not_allowed").header("Allow")).isEqualTo("POST");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "evaluation/", "Evaluation", "search", "search/policy"})
  void thereIsNothingAtOtherPaths(String path) {
    point.call(path, ALICE_READS).isProblem(404, "no_such_path");
  }

  @ParameterizedTest
  @MethodSource("calls")
  void theRequestIdComesBackWhateverItIs(String call) {
    for (String id :
        new String[] {ID, "an arbitrary string/<with> \"all\" of it", "x".repeat(500)}) {
      AuthZen named = new AuthZen(point.api().with("X-Request-ID", id));
      assertThat(named.call(call, ALICE_READS).is(200).header("X-Request-ID")).isEqualTo(id);
      assertThat(named.call(call, "{").is(400).header("X-Request-ID")).isEqualTo(id);
    }
    assertThat(point.call(call, ALICE_READS).is(200).header("X-Request-ID")).isNotBlank();
  }

  @Test
  void theRequestIdComesBackWithEveryRefusal() {
    String id = "any string: " + ID;
    Api nobody = Fixtures.nobody().in(tenant.slug()).with("X-Request-ID", id);
    assertThat(new AuthZen(nobody).evaluate(ALICE_READS).is(401).header("X-Request-ID"))
        .isEqualTo(id);
    AuthZen viewer = new AuthZen(tenant.as("viewer").with("X-Request-ID", id));
    assertThat(viewer.evaluate(ALICE_READS).is(403).header("X-Request-ID")).isEqualTo(id);
    assertThat(viewer.call("nothing", "{}").is(404).header("X-Request-ID")).isEqualTo(id);
  }

  @ParameterizedTest
  @MethodSource("calls")
  void whoIsNotSignedInIsToldSoWhateverTheySend(String call) {
    Api nobody = Fixtures.nobody().in(tenant.slug());
    for (Api stranger :
        new Api[] {nobody, nobody.bearing("no token"), nobody.bearing("sk_live_x")}) {
      for (String body : new String[] {ALICE_READS, "{", ""}) {
        Answer answer = new AuthZen(stranger).call(call, body).is(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"freehold\"");
        assertThat(answer.string("detail")).isNotBlank();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("calls")
  void whoMayNotAskIsToldSo(String call) {
    new AuthZen(tenant.as("viewer")).call(call, ALICE_READS).isProblem(403, "permission_required");
    new AuthZen(tenant.withKey("projects:read"))
        .call(call, ALICE_READS)
        .isProblem(403, "permission_required");
    new AuthZen(tenant.withKey("policies:read")).call(call, ALICE_READS).is(200);
  }

  @Test
  void whatGoesWrongHereIsAnInternalError() throws SQLException {
    String id = "any string: " + ID;
    AuthZen named = new AuthZen(point.api().with("X-Request-ID", id));
    try (Connection connection = Database.asAdministrator()) {
      Database.run(connection, "revoke select on tenant.decision_thing from freehold_app");
      try {
        Answer answer = named.evaluate(ALICE_READS).is(500);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("X-Request-ID")).isEqualTo(id);
        assertThat(answer.string("code")).isEqualTo("internal_error");
        assertThat(answer.text()).doesNotContain("decision_thing");
      } finally {
        Database.run(connection, "grant select on tenant.decision_thing to freehold_app");
      }
    }
    assertThat(named.decision(ALICE_READS)).isTrue();
  }

  @Test
  void questionsAreCountedApartFromOtherRequests() {
    AuthZen key = new AuthZen(tenant.withKey("policies:read"));
    Answer answer = key.evaluate(ALICE_READS).is(200);
    assertThat(answer.header("RateLimit-Policy")).startsWith("\"decisions\";q=");
    String before = key.api().get("/api/whoami").is(200).header("RateLimit");
    key.evaluate(ALICE_READS).is(200);
    String after = key.api().get("/api/whoami").is(200).header("RateLimit");
    assertThat(left(after)).isEqualTo(left(before) - 1);
  }

  private static int left(String rateLimit) {
    return Integer.parseInt(rateLimit.replaceAll(".*;r=(\\d+).*", "$1"));
  }

  @Test
  void theMetadataNameTheInstallationAndWhereToAsk() {
    Answer answer = Fixtures.nobody().get(METADATA).is(200);
    assertThat(answer.header("Content-Type")).matches("application/json(;.*)?");
    assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=3600");
    JsonObject metadata = answer.json();
    String decisionPoint = metadata.getString("policy_decision_point");
    assertThat(decisionPoint).doesNotContain("?", "#").doesNotEndWith("/");
    String calls = decisionPoint + "/access/v1/";
    assertThat(metadata.getString("access_evaluation_endpoint")).isEqualTo(calls + "evaluation");
    assertThat(metadata.getString("access_evaluations_endpoint")).isEqualTo(calls + "evaluations");
    assertThat(metadata.getString("search_subject_endpoint")).isEqualTo(calls + "search/subject");
    assertThat(metadata.getString("search_resource_endpoint")).isEqualTo(calls + "search/resource");
    assertThat(metadata.getString("search_action_endpoint")).isEqualTo(calls + "search/action");
    assertThat(metadata).hasSize(6);
  }

  @Test
  void everyTenantIsADecisionPointOfItsOwn() {
    String place = "/t/" + tenant.slug();
    String installation = Fixtures.nobody().get(METADATA).is(200).string("policy_decision_point");
    JsonObject own = Fixtures.nobody().get(METADATA + place).is(200).json();
    assertThat(own.getString("policy_decision_point")).isEqualTo(installation + place);
    Api api = point.api().without("X-Tenant-Slug");
    for (String endpoint : own.keySet()) {
      if (endpoint.endsWith("_endpoint")) {
        String path = own.getString(endpoint).substring(installation.length());
        assertThat(path).startsWith(place + "/access/v1/");
        assertThat(api.post(path, json(ALICE_READS)).is(200).json()).isNotEmpty();
      }
    }
    assertThat(Fixtures.nobody().get(METADATA + "/t/no-such-tenant").is(200).json().keySet())
        .as("tells nobody which tenants there are")
        .isEqualTo(own.keySet());
  }

  @Test
  void anotherPlaceNamesNoDecisionPoint() {
    Fixtures.nobody().get(METADATA + "/else").isProblem(404, "no_such_path");
    Fixtures.nobody().get(METADATA + "/").isProblem(404, "no_such_path");
    Fixtures.nobody().get("/t/" + tenant.slug() + METADATA).isProblem(404, "no_such_path");
    assertThat(Fixtures.nobody().post(METADATA, "{}").status()).isEqualTo(405);
  }
}
