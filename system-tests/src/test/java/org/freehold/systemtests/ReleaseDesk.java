package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** How somebody releases something: what a pipeline or a person sends, and what they wait for. */
public record ReleaseDesk(Api api) {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Set<String> AT_WORK = Set.of("promoting", "verifying", "rolling_back");

  /** The bundle of the documents. */
  public static final String TEST_TABLE =
      """
      {"database":{"changes":[{"type":"create_table","table":"test_table","columns":[
        {"name":"id","type":"uuid","primary_key":true},
        {"name":"name","type":"varchar(255)","nullable":false}]}]}}""";

  /** The environment of this name. */
  public JsonObject environment(String name) {
    return api.get("/api/environments?limit=200").is(200).items().stream()
        .filter(one -> one.getString("name").equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Changes an environment as the body says. */
  public void change(String name, String body) {
    api.patch("/api/environments/" + environment(name).getString("id"), body).is(200);
  }

  /** Plans a new release for an environment. */
  public String prepare(String bundle, String environment) {
    return api.post(
            "/api/releases/prepare",
            Body.of("to_env", environment, "bundle_data", Body.json(bundle)))
        .is(200)
        .string("release_id");
  }

  /** Plans a release that there is for one more environment. */
  public void prepareAlso(String release, String environment) {
    api.post("/api/releases/prepare", Body.of("release_id", release, "to_env", environment))
        .is(200);
  }

  public Answer promote(String release, String environment) {
    return api.post("/api/releases/promote", Body.of("release_id", release, "to_env", environment));
  }

  public Answer rollBack(String release, String environment, String digest) {
    return api.post(
        "/api/releases/rollback",
        digest == null
            ? Body.of("release_id", release, "environment", environment)
            : Body.of("release_id", release, "environment", environment, "loss_preview", digest));
  }

  public Answer approve(String release, String environment) {
    return api.post(
        "/api/releases/" + release + "/approve",
        Body.of("environment", environment, "comment", "Looked at the plan"));
  }

  /** Promotes, and waits until it has ended like this. */
  public JsonObject promoted(String release, String environment, String status) {
    promote(release, environment).is(202);
    return until(release, environment, status);
  }

  /** The newest deployment to an environment when nobody works on it any more. */
  public JsonObject until(String release, String environment, String status) {
    JsonObject ended =
        Await.until(
            PATIENCE,
            () -> deployment(release, environment),
            now -> now.getString("status").equals(status) || !onItsWay(now, status));
    assertThat(ended.getString("status"))
        .as(ended + " " + log(release, environment))
        .isEqualTo(status);
    return ended;
  }

  /** A failure may yet be rolled back. */
  private static boolean onItsWay(JsonObject deployment, String wished) {
    String status = deployment.getString("status");
    return AT_WORK.contains(status)
        || status.equals("soaking") && wished.equals("live")
        || status.equals("failed") && wished.equals("rolled_back");
  }

  public JsonObject deployment(String release, String environment) {
    return api.get("/api/releases/" + release + "/deployments?environment=" + environment)
        .is(200)
        .items()
        .get(0);
  }

  /** What was told of a deployment. */
  public List<String> log(String release, String environment) {
    return api.get("/api/releases/" + release + "/log?limit=200&environment=" + environment)
        .is(200)
        .each("message");
  }
}
