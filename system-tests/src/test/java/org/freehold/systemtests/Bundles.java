package org.freehold.systemtests;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Set;

/** Bundles of changes, and the steps that releases take with them. */
final class Bundles {
  static final Duration SOON = Duration.ofSeconds(60);
  private static final Set<String> AT_WORK = Set.of("promoting", "verifying", "rolling_back");

  private Bundles() {}

  /** Changes, each as JSON. */
  static JsonValue of(String... changes) {
    JsonArrayBuilder all = Json.createArrayBuilder();
    for (String change : changes) {
      all.add(Body.json(change));
    }
    return Json.createObjectBuilder()
        .add("database", Json.createObjectBuilder().add("changes", all))
        .build();
  }

  /** A new table with an id and a name. */
  static JsonValue table(String name) {
    return of(
        """
        {"type":"create_table","table":"%s","columns":[{"name":"id","type":"uuid","primary_key":true},
        {"name":"name","type":"varchar(255)","nullable":false}]}"""
            .formatted(name));
  }

  static JsonValue column(String table, String column) {
    return of(
        """
        {"type":"add_column","table":"%s","column":{"name":"%s","type":"text","nullable":true}}"""
            .formatted(table, column));
  }

  /** A new release with the bundle, planned for the environment. */
  static JsonObject prepared(Api api, String environment, JsonValue bundle) {
    return api.post("/api/releases/prepare", Body.of("to_env", environment, "bundle_data", bundle))
        .is(200)
        .json();
  }

  /** The release planned for a further environment. */
  static JsonObject again(Api api, String release, String environment) {
    return api.post("/api/releases/prepare", Body.of("to_env", environment, "release_id", release))
        .is(200)
        .json();
  }

  static Answer promote(Api api, String release, String environment) {
    return api.post("/api/releases/promote", Body.of("release_id", release, "to_env", environment));
  }

  /** The deployment at this place, when nobody works on it any more. */
  static JsonObject rested(Api api, String place) {
    return Await.until(
        SOON,
        () -> api.get(place).is(200).json(),
        deployment -> !AT_WORK.contains(deployment.getString("status")));
  }

  /** Promotes and waits; the deployment as it is then. */
  static JsonObject promoted(Api api, String release, String environment) {
    return rested(api, promote(api, release, environment).is(202).place());
  }
}
