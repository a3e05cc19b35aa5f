package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MannersIT {
  private static TestTenant tenant;
  private static Api api;

  @BeforeAll
  static void makeATenant() {
    tenant = Fixtures.tenant();
    api = tenant.api();
  }

  @Test
  void everyRefusalIsAProblem() {
    api.post("/api/projects", "{").isProblem(400, "invalid");
    api.post("/api/projects", "[]").isProblem(400, "invalid");
    api.post("/api/projects", "{\"name\":\"a\",\"name\":\"b\"}").isProblem(400, "invalid");
    api.post("/api/projects", "").isProblem(400, "invalid");
    Fixtures.nobody().get("/api/projects").isProblem(401, "sign_in_required");
    tenant
        .as("viewer")
        .post("/api/teams", Body.of("name", "N"))
        .isProblem(403, "permission_required");
    api.get("/api/nothing/here").isProblem(404, "no_such_path");
    assertThat(api.delete("/api/projects").isProblem(405, "method_not_allowed").header("Allow"))
        .contains("GET", "POST");
    api.with("Accept", "text/html").get("/api/projects").isProblem(406, "not_acceptable");
    api.with("Content-Type", "text/plain")
        .post("/api/projects", "name")
        .isProblem(415, "unsupported_media_type");
  }

  /** PostgreSQL keeps no NUL, in whatever depth of whatever JSON it comes. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/webhooks/messages | {'event_type':'a.b','payload':{'a':[{'b':'NUL'}]}} | /payload/a/0/b",
        "/api/webhooks/messages | {'event_type':'a.b','payload':{'aNUL':1}} | /payload",
        "/api/webhooks/event-types | {'type':'a.b','description':'x','schema':{'type':'NUL'}} | /schema/type",
        "/api/webhooks/event-types | {'type':'a.b','description':'x','example':{'a':{'NUL':1}}} | /example/a",
        "/api/webhooks/endpoints | {'url':'https://a.example/','filters':[{'path':'a','op':'eq','value':'NUL'}]} | /filters/0/value",
        "/api/webhooks/endpoints | {'url':'https://a.example/','headers':{'X-NUL':'a'}} | /headers",
        "/api/flags | {'key':'a','type':'json','variants':[{'name':'on','value':{'a':['NUL']}}]} | /variants/0/value/a/0",
        "/api/flags/a/schedule | {'at':'2030-01-01T00:00:00Z','patch':{'name':'NUL'}} | /patch/name",
        "/api/flags/a/evaluate | {'environment':'dev','context':{'a':'NUL'}} | /context/a",
        "/api/jobs/demo-seed/runs | {'parameters':{'a':'NUL'}} | /parameters/a",
        "/api/jobs/schedules | {'job':'demo-seed','parameters':{'a':{'b':'NUL'}}} | /parameters/a/b",
        "/api/releases/prepare | {'bundle_data':{'database':{'NUL':1}}} | /bundle_data/database",
        "/api/policies | {'name':'a','condition':{'all':[{'value':'NUL'}]}} | /condition/all/0/value",
        "/api/projects | {'name':'a','kpis':{'a':'NUL'}} | /kpis/a",
        "/api/projects | {'name':'a','kpis':{'NUL':1}} | /kpis",
        "/api/audit-logs | {'action':'shop:a','new_values':{'a':{'NUL':1}}} | /new_values/a"
      })
  void aNulInAnyDepthOfABodyIsRefusedAtItsPlace(String path, String body, String pointer) {
    String json = body.replace('\'', '"').replace("NUL", "\\u0000");
    assertThat(api.post(path, json).isProblem(400, "invalid").text())
        .contains("\"" + pointer + "\"");
  }

  @Test
  void aPathOutsideOfTheApiIsAProblemToo() {
    Answer answer = Fixtures.nobody().get("/no/such/page").is(404);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.string("code")).isEqualTo("no_such_path");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/metrics", "/openapi", "/health", "/health/ready"})
  void whatTheServerWouldServeByItselfIsSwitchedOff(String path) {
    assertThat(Fixtures.nobody().get(path).status()).isIn(403, 404);
  }

  @Test
  void aRequestKeepsItsIdOrGetsOne() {
    assertThat(
            api.with("X-Request-Id", "mine-42.a:b_c").get("/api/projects").header("X-Request-Id"))
        .isEqualTo("mine-42.a:b_c");
    for (String bad : new String[] {"a b", "x".repeat(129), "<script>"}) {
      assertThat(api.with("X-Request-Id", bad).get("/api/projects").header("X-Request-Id"))
          .matches("[0-9a-f-]{36}");
    }
    assertThat(api.get("/api/projects").header("X-Request-Id"))
        .isNotEqualTo(api.get("/api/projects").header("X-Request-Id"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/projects",
        "/api/nothing",
        "/api/health",
        "/no/such/page",
        "/.well-known/jwks.json"
      })
  void everyAnswerCarriesTheStandardHeaders(String path) {
    Answer answer = api.get(path);
    Instant date = DateTimeFormatter.RFC_1123_DATE_TIME.parse(answer.header("Date"), Instant::from);
    assertThat(date).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.header("Content-Security-Policy"))
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(answer.header("Strict-Transport-Security")).startsWith("max-age=");
    assertThat(answer.header("X-Powered-By")).isNull();
    assertThat(answer.header("Server")).isNull();
    if (path.startsWith("/api/")) {
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }
  }

  @Test
  void aBodyThatIsTooLongIsRefusedWhetherItsLengthIsAnnouncedOrNot() {
    byte[] body =
        Body.of("name", "B", "description", "x".repeat(1_100_000)).getBytes(StandardCharsets.UTF_8);
    api.send("POST", "/api/projects", BodyPublishers.ofByteArray(body))
        .isProblem(413, "body_too_large");
    api.send(
            "POST",
            "/api/projects",
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
        .isProblem(413, "body_too_large");
    api.with("Idempotency-Key", Fixtures.unique("k"))
        .send(
            "POST",
            "/api/projects",
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
        .isProblem(413, "body_too_large");
  }

  @Test
  void aSlashAtTheEndMakesNoDifference() {
    String id = tenant.project();
    assertThat(api.get("/api/projects/" + id + "/").is(200).json())
        .isEqualTo(api.get("/api/projects/" + id).json());
    Answer created = api.post("/api/projects/", Body.of("name", "S")).is(201);
    assertThat(created.place()).isEqualTo("/api/projects/" + created.id());
  }

  @Test
  void requestsAreCountedPerUserAndRefusedWhenThereAreTooMany() {
    TestUser busy = tenant.newUser("viewer");
    Answer first = busy.api().get("/api/whoami").is(200);
    assertThat(first.header("RateLimit-Policy")).isEqualTo("\"user\";q=600;w=60");
    assertThat(first.header("RateLimit")).matches("\"user\";r=5\\d\\d;t=\\d+");
    long begun = System.nanoTime();
    List<Answer> answers =
        IntStream.range(0, 1200)
            .parallel()
            .mapToObj(i -> busy.api().get("/api/auth/sessions"))
            .toList();
    List<Answer> refused = answers.stream().filter(answer -> answer.status() == 429).toList();
    assertThat(refused).isNotEmpty();
    refused.get(0).isProblem(429, "rate_limited");
    assertThat(Long.parseLong(refused.get(0).header("Retry-After"))).isBetween(1L, 60L);
    long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds() + 1;
    // One in a hundred may pass above the limit, and ten come back with every second.
    assertThat((long) answers.size() - refused.size()).isBetween(599L, 606 + 10 * seconds);
    tenant.as("developer").get("/api/projects").is(200);
  }

  @Test
  void signInsAreCountedApart() {
    Answer login = Fixtures.nobody().login("nobody@nowhere.example", "wrong wrong wrong");
    assertThat(login.header("RateLimit-Policy")).startsWith("\"sign-in\";q=");
    assertThat(Fixtures.nobody().get("/api/health").header("RateLimit-Policy"))
        .startsWith("\"address\";q=");
  }
}
