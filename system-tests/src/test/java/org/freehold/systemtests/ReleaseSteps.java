package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The steps of releases, as tests take them. */
final class ReleaseSteps {
  private static final Duration LONG = Duration.ofSeconds(90);

  private final Api api;

  ReleaseSteps(Api api) {
    this.api = api;
  }

  /** A bundle that makes one table. */
  static String table(String name) {
    return """
        {"database":{"changes":[{"type":"create_table","table":"%s","columns":[
          {"name":"id","type":"uuid","primary_key":true},
          {"name":"name","type":"varchar(255)","nullable":false}]}]}}"""
        .formatted(name);
  }

  /** A new release, planned for the environment. */
  Answer prepared(String environment, String bundle) {
    return api.post(
            "/api/releases/prepare",
            Body.of("to_env", environment, "bundle_data", Body.json(bundle)))
        .is(200);
  }

  /** The same bundle, planned for one more environment. */
  Answer further(String release, String environment) {
    return api.post("/api/releases/prepare", Body.of("release_id", release, "to_env", environment))
        .is(200);
  }

  Answer promote(String release, String environment) {
    return api.post("/api/releases/promote", Body.of("release_id", release, "to_env", environment));
  }

  /** Promoted and in place. */
  JsonObject promoted(String release, String environment) {
    JsonObject deployment = ended(promote(release, environment).is(202));
    assertThat(deployment.getString("status")).as("%s", deployment).isIn("live", "soaking");
    return deployment;
  }

  /** In place in all of them, one after the other; the first is planned for already. */
  void through(String release, String... environments) {
    for (int i = 0; i < environments.length; i++) {
      if (i > 0) {
        further(release, environments[i]);
      }
      promoted(release, environments[i]);
    }
  }

  /** What became of the deployment that a promotion or a rollback began. */
  JsonObject ended(Answer begun) {
    return Await.until(
        LONG,
        () -> api.get(begun.place()).is(200).json(),
        deployment ->
            !List.of("promoting", "verifying", "rolling_back")
                .contains(deployment.getString("status")));
  }

  /** Replaces the policy of an environment. */
  void policy(String environment, Map<String, Object> members) {
    change(environment, "policy", members);
  }

  void change(String environment, String member, Object value) {
    api.patch(
            "/api/environments/" + environmentId(environment),
            Body.of(member, value instanceof Map<?, ?> map ? json(map) : value))
        .is(200);
  }

  private static Object json(Map<?, ?> members) {
    Object[] all =
        members.entrySet().stream()
            .flatMap(one -> java.util.stream.Stream.of(one.getKey(), one.getValue()))
            .toArray();
    return Body.json(Body.of(all));
  }

  String environmentId(String name) {
    return api.get("/api/environments").is(200).items().stream()
        .filter(one -> one.getString("name").equals(name))
        .map(one -> one.getString("id"))
        .findFirst()
        .orElseThrow();
  }
}
