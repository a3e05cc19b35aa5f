package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** API keys, from their making to their end. */
class ApiKeysIT {
  private static final String KEYS = "/api/admin/api-keys";
  private static final Duration SOON = Duration.ofSeconds(30);

  private final TestTenant tenant = Fixtures.tenant();

  private static Api with(Answer key) {
    return Fixtures.nobody().bearing(key.string("key"));
  }

  @Test
  void aKeyIsToldOnceAndOpensItsOwnTenant() {
    Answer made = tenant.apiKey("permissions", List.of("projects:write"), "name", "Import");
    String key = made.string("key");
    assertThat(key).matches("sk_live_[0-9A-Za-z]{36}").startsWith(made.string("prefix"));
    assertThat(key).endsWith(made.string("last_four"));
    Answer told = tenant.api().get(made.place()).is(200);
    assertThat(told.text()).doesNotContain(key);
    assertThat(told.json().containsKey("key")).isFalse();
    assertThat(tenant.api().get(KEYS).is(200).text()).contains(made.id()).doesNotContain(key);

    Answer who = with(made).get("/api/whoami").is(200);
    assertThat(who.isNull("user")).isTrue();
    assertThat(who.json().getJsonObject("api_key").getString("id")).isEqualTo(made.id());
    assertThat(who.json().getJsonObject("tenant").getString("slug")).isEqualTo(tenant.slug());
    assertThat(who.json().getJsonArray("permissions").toString())
        .isEqualTo("[\"projects:read\",\"projects:write\"]");
    String project = with(made).post("/api/projects", Body.of("name", "By key")).is(201).id();
    assertThat(tenant.api().get("/api/projects/" + project).is(200).string("owner_id"))
        .isEqualTo(tenant.owner().id());
    with(made).get("/api/users").isProblem(403, "permission_required");
  }

  @Test
  void aTypoIsRefusedLikeAnUnknownKey() {
    String key = tenant.apiKey("role", "viewer").string("key");
    char last = key.charAt(key.length() - 1);
    String typo = key.substring(0, key.length() - 1) + (last == 'x' ? 'y' : 'x');
    for (String wrong : List.of(typo, "sk_live_", key.replace("live", "test"), key + "0")) {
      Fixtures.nobody().bearing(wrong).get("/api/whoami").isProblem(401, "invalid_api_key");
    }
  }

  @Test
  void aKeyNamesItsTenantAndNoOther() {
    Api api = tenant.withKey("projects:read");
    String other = Fixtures.tenant().slug();
    api.in(tenant.slug()).get("/api/projects").is(200);
    api.get("/t/" + tenant.slug() + "/api/projects").is(200);
    api.in(other).get("/api/projects").isProblem(400, "tenant_conflict");
    api.get("/t/" + other + "/api/projects").isProblem(400, "tenant_conflict");
  }

  @Test
  void aRevokedKeyStopsAtOnce() {
    Answer made = tenant.apiKey("role", "viewer");
    with(made).get("/api/projects").is(200);
    tenant.api().delete(made.place()).is(204);
    with(made).get("/api/projects").isProblem(401, "invalid_api_key");
    assertThat(tenant.api().get(made.place()).is(200).string("status")).isEqualTo("revoked");
    tenant.api().delete(made.place()).is(204);
    tenant.api().post(made.place() + "/rotate").isProblem(409, "api_key_over");
    tenant.api().patch(made.place(), Body.of("name", "N")).isProblem(409, "api_key_over");
  }

  @Test
  void aRotatedKeyStopsAtOnceUnlessTheyOverlap() {
    Answer first = tenant.apiKey("role", "viewer");
    with(first).get("/api/projects").is(200);
    Answer second = tenant.api().post(first.place() + "/rotate").is(200);
    assertThat(second.id()).isEqualTo(first.id());
    with(first).get("/api/projects").isProblem(401, "invalid_api_key");
    with(second).get("/api/projects").is(200);

    Answer third =
        tenant.api().post(first.place() + "/rotate", Body.of("overlap_seconds", 600)).is(200);
    assertThat(Instant.parse(third.string("overlap_until"))).isAfter(Instant.now());
    with(second).get("/api/projects").is(200);
    with(third).get("/api/projects").is(200);
    Answer fourth =
        tenant.api().post(first.place() + "/rotate", Body.of("overlap_seconds", 1)).is(200);
    with(second).get("/api/projects").isProblem(401, "invalid_api_key");
    Await.until(SOON, () -> with(third).get("/api/projects").status(), status -> status == 401);
    with(third).get("/api/projects").isProblem(401, "api_key_expired");
    with(fourth).get("/api/projects").is(200);
  }

  @Test
  void anExpiredKeyIsOverUntilItHasMoreTime() {
    Answer made = tenant.apiKey("role", "viewer", "expires_at", in(Duration.ofSeconds(2)));
    Await.until(SOON, () -> with(made).get("/api/projects").status(), status -> status == 401);
    with(made).get("/api/projects").isProblem(401, "api_key_expired");
    assertThat(tenant.api().get(made.place()).is(200).string("status")).isEqualTo("expired");
    assertThat(tenant.api().get(KEYS + "?status=expired").is(200).each("id"))
        .containsExactly(made.id());
    tenant.api().patch(made.place(), Body.of("expires_at", in(Duration.ofHours(1)))).is(200);
    with(made).get("/api/projects").is(200);
    tenant.api().patch(made.place(), Body.of("expires_at", null)).is(200);
    with(made).get("/api/projects").is(200);
    assertThat(
            tenant
                .api()
                .post(KEYS, Body.of("name", "K", "role", "viewer", "expires_at", in(Duration.ZERO)))
                .isProblem(400, "invalid")
                .faults())
        .containsExactly("/expires_at past");
  }

  private static String in(Duration time) {
    return Instant.now().plus(time).truncatedTo(ChronoUnit.MILLIS).toString();
  }

  @Test
  void aKeyIsTakenFromItsAddressesOnly() {
    Answer made =
        tenant.apiKey("role", "viewer", "allowed_ips", List.of("203.0.113.0/28", "2001:db8::/32"));
    for (String inside : List.of("203.0.113.9", "2001:db8:7::1")) {
      with(made).with("X-Forwarded-For", inside).get("/api/projects").is(200);
    }
    for (String outside : List.of("203.0.113.16", "2001:db9::1")) {
      with(made)
          .with("X-Forwarded-For", outside)
          .get("/api/projects")
          .isProblem(403, "ip_not_allowed");
    }
    with(made).get("/api/projects").isProblem(403, "ip_not_allowed");
    tenant.api().patch(made.place(), Body.of("allowed_ips", List.of("127.0.0.1"))).is(200);
    with(made).get("/api/projects").is(200);
    assertThat(
            tenant
                .api()
                .patch(made.place(), Body.of("allowed_ips", List.of("10.0.0.0/33")))
                .isProblem(400, "invalid")
                .faults())
        .hasSize(1);
  }

  @Test
  void exactlyAsManyRequestsPassAsTheLimitSays() {
    Api api = with(tenant.apiKey("role", "viewer", "rate_limit_per_hour", 20));
    List<Integer> statuses =
        IntStream.range(0, 40).parallel().mapToObj(i -> api.get("/api/projects").status()).toList();
    assertThat(statuses.stream().filter(status -> status == 200)).hasSize(20);
    assertThat(statuses.stream().filter(status -> status == 429)).hasSize(20);
    Answer refused = api.get("/api/projects").isProblem(429, "rate_limited");
    assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"key\";q=20;w=3600");
    assertThat(refused.header("RateLimit")).startsWith("\"key\";r=0;t=");
    assertThat(Long.parseLong(refused.header("Retry-After"))).isBetween(3000L, 3600L);
    assertThat(
            with(tenant.apiKey("role", "viewer")).get("/api/projects").header("RateLimit-Policy"))
        .isEqualTo("\"key\";q=1000;w=3600");
  }

  @Test
  void aLimitThatIsRaisedCountsAtOnce() {
    Answer key = tenant.apiKey("role", "viewer", "rate_limit_per_hour", 1);
    with(key).get("/api/projects").is(200);
    with(key).get("/api/projects").isProblem(429, "rate_limited");
    tenant
        .api()
        .patch("/api/admin/api-keys/" + key.id(), Body.of("rate_limit_per_hour", 2))
        .is(200);
    Await.until(
        Duration.ofSeconds(10),
        () -> with(key).get("/api/projects").status(),
        status -> status == 200);
  }

  @Test
  void whoSendsTooMuchUsesUpNothingOfWhatAllOfTheTenantShare() {
    Api greedy = with(tenant.apiKey("role", "viewer", "rate_limit_per_hour", 1));
    String ofTheKey = "\"key\";q=1;w=3600";
    assertThat(
            IntStream.range(0, 2 * Installation.TENANT_REQUESTS_PER_MINUTE)
                .parallel()
                .mapToObj(i -> greedy.get("/api/projects").header("RateLimit-Policy"))
                .distinct())
        .containsExactly(ofTheKey);
    tenant.api().get("/api/projects").is(200);
  }

  @Test
  void useIsCountedByDay() {
    Answer made = tenant.apiKey("role", "viewer");
    for (int i = 0; i < 7; i++) {
      with(made).get("/api/projects").is(200);
    }
    with(made).get("/api/users/" + tenant.owner().id()).is(200);
    Answer usage =
        Await.until(
            SOON,
            () -> tenant.api().get(made.place() + "/usage").is(200),
            answer -> today(answer) == 8);
    assertThat(today(usage)).isEqualTo(8);
    assertThat(usage.json().getJsonArray("requests_per_day")).hasSize(30);
    assertThat(tenant.api().get(made.place()).is(200).isNull("last_used_at")).isFalse();
  }

  private static int today(Answer usage) {
    List<JsonObject> days =
        usage.json().getJsonArray("requests_per_day").getValuesAs(JsonObject.class);
    return days.get(days.size() - 1).getInt("count");
  }

  @Test
  void theTrailAndTheEventsTellOfKeysAndOfWhatTheyDo() {
    Answer made = tenant.apiKey("permissions", List.of("projects:write"));
    String project = with(made).post("/api/projects", Body.of("name", "By key")).is(201).id();
    JsonObject event =
        tenant
            .api()
            .get("/api/audit-logs?action=project.created&resource_id=" + project)
            .is(200)
            .items()
            .get(0);
    assertThat(event.getString("actor_type")).isEqualTo("api_key");
    assertThat(event.getString("api_key_id")).isEqualTo(made.id());
    assertThat(event.getString("user_id")).isEqualTo(tenant.owner().id());
    assertThat(event.isNull("user_email")).isTrue();
    tenant.api().post(made.place() + "/rotate").is(200);
    tenant.api().delete(made.place()).is(204);
    assertThat(tenant.api().get("/api/audit-logs?resource_id=" + made.id()).is(200).each("action"))
        .containsExactly("api_key.revoked", "api_key.rotated", "api_key.created");
    for (String type : List.of("api_key.created", "api_key.rotated", "api_key.revoked")) {
      assertThat(tenant.api().get("/api/webhooks/messages?type=" + type).is(200).items())
          .hasSize(1);
    }
  }

  @Test
  void listsAreSortedNarrowedAndPaged() {
    Answer zebra = tenant.apiKey("role", "viewer", "name", "Zebra");
    Answer ape = tenant.apiKey("role", "viewer", "name", "Ape");
    tenant.api().delete(zebra.place()).is(204);
    assertThat(tenant.api().get(KEYS + "?sort=name").is(200).each("name"))
        .containsExactly("Ape", "Zebra");
    assertThat(tenant.api().get(KEYS + "?status=active").is(200).each("id"))
        .containsExactly(ape.id());
    assertThat(tenant.api().get(KEYS + "?status=revoked").is(200).each("id"))
        .containsExactly(zebra.id());
    Answer page = tenant.api().get(KEYS + "?limit=1").is(200);
    assertThat(page.each("id")).containsExactly(ape.id());
    assertThat(tenant.api().get(KEYS + "?limit=1&after=" + page.string("next")).is(200).each("id"))
        .containsExactly(zebra.id());
    tenant.api().get(KEYS + "?status=lost").isProblem(400, "invalid");
    assertThat(ape.header("ETag")).isEqualTo(tenant.api().get(ape.place()).is(200).etag());
    tenant
        .api()
        .with("If-Match", "\"99\"")
        .patch(ape.place(), Body.of("name", "N"))
        .isProblem(412, "stale");
  }
}
