package org.freehold.benchmarks.releases;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.freehold.benchmarks.load.Api;

/** Brings changes into the first environment of a tenant, over HTTP. */
record ReleaseDesk(Api api, String tenant) {
  private static final String ENVIRONMENT = "dev";
  private static final Pattern STEP = Pattern.compile(" is done in (\\d+) ms");
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  /**
   * A release with its plan.
   *
   * @param together the statements of the transaction
   * @param apart those that run one by one
   */
  record Prepared(String release, List<String> together, List<String> apart) {}

  /**
   * Seconds.
   *
   * @param whole from the wish to the end, with gates, backup and health
   * @param steps of it the steps of the plan
   */
  record Promoted(double whole, double steps) {}

  static ReleaseDesk ofNewTenant(Api api, String ownerEmail, String slug) {
    api.newTenant(slug, "Releases", ownerEmail);
    return new ReleaseDesk(api, slug);
  }

  /** Where the tables of the environment are. */
  String schema() {
    return get("/api/environments").getJsonArray("items").getValuesAs(JsonObject.class).stream()
        .filter(one -> one.getString("name").equals(ENVIRONMENT))
        .map(one -> "env_" + one.getString("id").replace("-", ""))
        .findFirst()
        .orElseThrow();
  }

  Prepared prepare(String change) {
    String wish =
        "{\"to_env\":\"%s\",\"bundle_data\":{\"database\":{\"changes\":[%s]}}}"
            .formatted(ENVIRONMENT, change);
    JsonObject prepared = json(api.call(200, "POST", "/api/releases/prepare", tenant, wish));
    return new Prepared(
        prepared.getString("release_id"),
        statements(prepared, "transaction"),
        statements(prepared, "apart"));
  }

  private static List<String> statements(JsonObject prepared, String part) {
    return prepared.getJsonArray("plan").getValuesAs(JsonObject.class).stream()
        .filter(step -> step.getString("part").equals(part))
        .flatMap(step -> step.getJsonArray("up").getValuesAs(JsonString.class).stream())
        .map(JsonString::getString)
        .toList();
  }

  Promoted promote(Prepared prepared) {
    String wish =
        "{\"release_id\":\"%s\",\"to_env\":\"%s\"}".formatted(prepared.release(), ENVIRONMENT);
    api.call(202, "POST", "/api/releases/promote", tenant, wish);
    JsonObject deployment = deployment(prepared);
    while (List.of("promoting", "verifying").contains(deployment.getString("status"))) {
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      deployment = deployment(prepared);
    }
    if (!deployment.getString("status").equals("live")) {
      throw new IllegalStateException("Not live: " + deployment);
    }
    Instant asked = Instant.parse(deployment.getString("promoting_at"));
    Instant live = Instant.parse(deployment.getString("live_at"));
    return new Promoted(Duration.between(asked, live).toMillis() / 1e3, steps(prepared));
  }

  private JsonObject deployment(Prepared prepared) {
    return get("/api/releases/" + prepared.release() + "/deployments")
        .getJsonArray("items")
        .getJsonObject(0);
  }

  private double steps(Prepared prepared) {
    String log =
        api.call(
            200, "GET", "/api/releases/" + prepared.release() + "/log?limit=200", tenant, null);
    return STEP.matcher(log)
            .results()
            .map(MatchResult::group)
            .map(text -> text.replaceAll("\\D", ""))
            .mapToLong(Long::parseLong)
            .sum()
        / 1e3;
  }

  private JsonObject get(String path) {
    return json(api.call(200, "GET", path, tenant, null));
  }

  private static JsonObject json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
