package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Releases from a bundle to production, over HTTP. */
class ReleasesIT {
  private final TestTenant tenant = Fixtures.tenant();
  private final Api api = tenant.api();
  private final DevEnvironment dev = new DevEnvironment(api);

  @Test
  void aBundleIsPlannedTriedOutAndBroughtThroughTheEnvironments() {
    JsonObject prepared = Bundles.prepared(api, "development", Bundles.table("orders"));
    String release = prepared.getString("release_id");
    assertThat(release).matches("rel_\\d{8}_\\d{4}(_\\d+)?");
    assertThat(prepared.getString("version")).isEqualTo("0.1.0");
    assertThat(prepared.getString("status")).isEqualTo("prepared");
    JsonObject dryRun = prepared.getJsonObject("dry_run");
    JsonObject manifest = prepared.getJsonObject("manifest");
    assertThat(dryRun.getBoolean("reversible")).isTrue();
    assertThat(dryRun.getBoolean("repeatable")).isTrue();
    assertThat(manifest.getString("end_fingerprint")).isEqualTo(dryRun.getString("after_up"));
    assertThat(manifest.isNull("parent_digest")).isTrue();

    JsonObject live = Bundles.promoted(api, release, "dev");
    assertThat(live.getString("status")).as(live.toString()).isEqualTo("live");
    assertThat(live.getJsonObject("steps").getInt("done"))
        .isEqualTo(live.getJsonObject("steps").getInt("total"));

    Bundles.again(api, release, "staging");
    JsonObject staged = Bundles.promoted(api, release, "staging");
    assertThat(staged.getString("status")).as(staged.toString()).isEqualTo("live");

    assertThat(api.get("/api/releases/" + release).is(200).string("status")).isEqualTo("released");
    assertThat(dev.inPlace("dev")).isEqualTo(release);
    assertThat(dev.inPlace("staging")).isEqualTo(release);
    assertThat(dev.inPlace("production")).isNull();
    assertThat(api.get("/api/releases/" + release + "/log?environment=dev").is(200).each("message"))
        .anyMatch(line -> line.contains("The gates let through"))
        .anyMatch(line -> line.contains("is done in"))
        .anyMatch(line -> line.contains("The release is live in dev."));
    assertThat(
            api.get("/api/releases/" + release + "/deployments?environment=prod").is(200).items())
        .isEmpty();
    assertThat(dev.actions(release))
        .contains("release.prepared", "release.promotion_requested", "release.promoted");
    assertThat(dev.messages())
        .contains("release.prepared", "release.promoted", "environment.deployed");
  }

  @Test
  void aBundleThatDoesNotFitIsRefusedAtItsPlace() {
    dev.released("orders");
    assertThat(
            api.post(
                    "/api/releases/prepare",
                    Body.of("to_env", "dev", "bundle_data", Bundles.table("orders")))
                .isProblem(400, "invalid")
                .faults())
        .allMatch(fault -> fault.startsWith("/bundle_data/database/changes/0"));
    assertThat(
            api.post(
                    "/api/releases/prepare",
                    Body.of("to_env", "mars", "bundle_data", Body.json("{}")))
                .isProblem(400, "invalid")
                .faults())
        .containsExactly("/to_env unknown");
    api.post("/api/releases/prepare", Body.of("to_env", "dev")).isProblem(400, "invalid");
  }

  @Test
  void whatWasNotPreparedOrIsTheSameIsRefused() {
    String release = dev.released("orders");
    Bundles.promote(api, release, "dev").isProblem(409, "release_not_prepared");
    Bundles.promote(api, release, "staging").isProblem(409, "release_not_prepared");
    api.post("/api/releases/prepare", Body.of("to_env", "dev", "release_id", release))
        .isProblem(409, "release_in_place");
    api.post(
            "/api/releases/prepare",
            Body.of("to_env", "staging", "release_id", release, "bundle_data", Bundles.table("b")))
        .isProblem(409, "bundle_immutable");
    api.post("/api/releases", Body.of("name", "Orders", "version", "0.1.0"))
        .isProblem(409, "version_taken");
    String draft = api.post("/api/releases", Body.of("name", "Draft")).is(201).id();
    api.post("/api/releases/prepare", Body.of("to_env", "dev", "release_id", draft))
        .isProblem(409, "release_without_bundle");
  }

  @Test
  void aPlanForAnotherSchemaThanTheOneThatIsThereIsDrift() {
    dev.released("orders");
    String one = dev.prepared(Bundles.column("orders", "tier"));
    String other = dev.prepared(Bundles.column("orders", "note"));
    assertThat(Bundles.promoted(api, one, "dev").getString("status")).isEqualTo("live");
    JsonObject drift = Bundles.promote(api, other, "dev").isProblem(409, "drift").json();
    assertThat(drift.getJsonArray("differences").getJsonObject(0).getString("object"))
        .contains("orders");
  }

  @Test
  void ofTwoPromotionsOfOneEnvironmentOneWins() {
    dev.released("orders");
    List<String> releases =
        Stream.of("a", "b", "c", "d")
            .map(name -> dev.prepared(Bundles.column("orders", name)))
            .toList();
    List<Answer> answers =
        releases.parallelStream().map(release -> Bundles.promote(api, release, "dev")).toList();
    List<Answer> won = answers.stream().filter(answer -> answer.status() == 202).toList();
    assertThat(won).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 202)
        .allMatch(
            answer -> List.of("deployment_in_progress", "drift").contains(answer.string("code")));
    assertThat(Bundles.rested(api, won.get(0).place()).getString("status")).isEqualTo("live");
  }

  /** As when both had looked before either had begun. */
  @Test
  void whoComesSecondIsToldSoByTheDatabase() throws SQLException {
    dev.released("orders");
    JsonObject first = Bundles.prepared(api, "dev", Bundles.column("orders", "tier"));
    String second = dev.prepared(Bundles.column("orders", "note"));
    try (Connection watching = Database.asAdministrator();
        Connection holder = Database.asAdministrator()) {
      holder.setAutoCommit(false);
      Database.run(
          holder,
          "update tenant.deployment set status = 'promoting' where id = '%s'"
              .formatted(first.getJsonObject("deployment").getString("id")));
      String pid = Database.pid(holder);
      CompletableFuture<Answer> answer =
          CompletableFuture.supplyAsync(() -> Bundles.promote(api, second, "dev"));
      Await.until(Bundles.SOON, () -> Database.waitingFor(watching, pid), count -> count > 0);
      holder.commit();
      answer.join().isProblem(409, "deployment_in_progress");
    }
    String id = api.get("/api/releases/" + second).is(200).string("id");
    assertThat(api.get("/api/audit-logs?resource_id=" + id).is(200).each("action"))
        .contains("release.promotion_requested");
  }

  @Test
  void aReleaseIsWatchedUntilItRests() throws IOException {
    String release = dev.prepared(Bundles.table("orders"));
    Bundles.promote(api, release, "dev").is(202);
    HttpResponse<InputStream> stream =
        api.stream("/api/releases/" + release + "/log/events?environment=dev");
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
      List<String> all = lines.lines().toList();
      assertThat(all).contains("event: log", "event: deployment");
      assertThat(all.stream().filter(line -> line.startsWith("data: ")).reduce((a, b) -> b))
          .hasValueSatisfying(last -> assertThat(last).contains("\"status\":\"live\""));
    }
  }

  @Test
  void theTargetStaysOnceAReleaseIsPlannedForIt() {
    dev.prepared(Bundles.table("orders"));
    String other =
        Body.of(
            "target",
            Body.json(
                Body.of(
                    "kind",
                    "outside",
                    "jdbc_url",
                    "jdbc:postgresql://9.9.9.9:5432/shop",
                    "user",
                    "shop",
                    "password",
                    "secret")));
    api.patch("/api/environments/" + dev.id(), other).isProblem(409, "environment_in_use");
  }

  @Test
  void aPlanThatWasChangedBehindTheApiIsNotPromoted() throws SQLException {
    JsonObject prepared = Bundles.prepared(api, "dev", Bundles.table("orders"));
    try (Connection connection = Database.asAdministrator()) {
      Database.run(
          connection,
          "update tenant.deployment set manifest = jsonb_set(manifest, '{version}', '\"9.9.9\"')"
              + " where id = '"
              + prepared.getJsonObject("deployment").getString("id")
              + "'");
    }
    Bundles.promote(api, prepared.getString("release_id"), "dev")
        .isProblem(409, "manifest_changed");
  }
}
