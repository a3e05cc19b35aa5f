package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.freehold.launcher.database.DatabaseLogin;
import org.junit.jupiter.api.Test;

/** Releases from a bundle to production and back, over HTTP. */
class ReleasesIT {
  private final TestTenant tenant = Fixtures.tenant();
  private final Api api = tenant.api();

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
    assertThat(inPlace("dev")).isEqualTo(release);
    assertThat(inPlace("staging")).isEqualTo(release);
    assertThat(inPlace("production")).isNull();
    assertThat(api.get("/api/releases/" + release + "/log?environment=dev").is(200).each("message"))
        .anyMatch(line -> line.contains("The gates let through"))
        .anyMatch(line -> line.contains("is done in"))
        .anyMatch(line -> line.contains("The release is live in dev."));
    assertThat(
            api.get("/api/releases/" + release + "/deployments?environment=prod").is(200).items())
        .isEmpty();
    assertThat(actions(release))
        .contains("release.prepared", "release.promotion_requested", "release.promoted");
    assertThat(messages()).contains("release.prepared", "release.promoted", "environment.deployed");
  }

  @Test
  void aReleaseIsUndoneAndWhatWasThereBeforeIsInPlaceAgain() {
    String first = released("orders");
    JsonObject second = Bundles.prepared(api, "dev", Bundles.column("orders", "tier"));
    assertThat(second.getString("version")).isEqualTo("0.1.1");
    assertThat(second.getJsonObject("manifest").isNull("parent_digest")).isFalse();
    String release = second.getString("release_id");
    assertThat(Bundles.promoted(api, release, "dev").getString("status")).isEqualTo("live");
    assertThat(inPlace("dev")).isEqualTo(release);
    assertThat(api.get("/api/releases/" + release + "/rollback-preview").is(200).string("window"))
        .isEqualTo("open");

    Answer undoing = api.post("/api/releases/rollback", Body.of("release_id", release)).is(202);
    JsonObject undone = Bundles.rested(api, undoing.place());
    assertThat(undone.getString("status")).as(undone.toString()).isEqualTo("rolled_back");
    assertThat(undone.getJsonObject("rollback").getBoolean("automatic")).isFalse();
    assertThat(inPlace("dev")).isEqualTo(first);
    assertThat(api.get("/api/releases/" + release).string("status")).isEqualTo("rolled_back");
    assertThat(messages()).contains("release.rollback");
    api.post("/api/releases/rollback", Body.of("release_id", release))
        .isProblem(409, "release_not_in_place");
  }

  @Test
  void aBundleThatDoesNotFitIsRefusedAtItsPlace() {
    released("orders");
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
    String release = released("orders");
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
    released("orders");
    String one = prepared(Bundles.column("orders", "tier"));
    String other = prepared(Bundles.column("orders", "note"));
    assertThat(Bundles.promoted(api, one, "dev").getString("status")).isEqualTo("live");
    JsonObject drift = Bundles.promote(api, other, "dev").isProblem(409, "drift").json();
    assertThat(drift.getJsonArray("differences").getJsonObject(0).getString("object"))
        .contains("orders");
  }

  @Test
  void ofTwoPromotionsOfOneEnvironmentOneWins() {
    released("orders");
    List<String> releases =
        Stream.of("a", "b", "c", "d")
            .map(name -> prepared(Bundles.column("orders", name)))
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

  @Test
  void aReleaseIsWatchedUntilItRests() throws IOException, InterruptedException {
    String release = prepared(Bundles.table("orders"));
    Bundles.promote(api, release, "dev").is(202);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
            URI.create(api.url() + "/api/releases/" + release + "/log/events?environment=dev"));
    api.headers().forEach(request::header);
    HttpResponse<java.io.InputStream> stream =
        HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
      List<String> all = lines.lines().toList();
      assertThat(all).contains("event: log", "event: deployment");
      assertThat(all.stream().filter(line -> line.startsWith("data: ")).reduce((a, b) -> b))
          .hasValueSatisfying(last -> assertThat(last).contains("\"status\":\"live\""));
    }
  }

  @Test
  void onlyThoseWhoMayDoEachStep() {
    String release = prepared(Bundles.table("orders"));
    Api viewer = tenant.as("viewer");
    viewer.get("/api/releases/" + release).is(200);
    viewer.post("/api/releases", Body.of("name", "Mine")).isProblem(403, "permission_required");
    Bundles.promote(viewer, release, "dev").isProblem(403, "permission_required");
    viewer
        .post("/api/releases/rollback", Body.of("release_id", release))
        .isProblem(403, "permission_required");
    Bundles.promote(tenant.as("developer"), release, "dev").isProblem(403, "permission_required");
    tenant.as("member").get("/api/releases").isProblem(403, "permission_required");

    Api stranger = Fixtures.tenant().api();
    stranger.get("/api/releases/" + release).isProblem(404, "not_found");
    Bundles.promote(stranger, release, "dev").isProblem(404, "not_found");
    assertThat(Bundles.promoted(tenant.as("database_admin"), release, "dev").getString("status"))
        .isEqualTo("live");
  }

  @Test
  void sqlWrittenByHandIsForThoseWhoMayWriteToDatabases() {
    String bundle =
        Body.of(
            "to_env",
            "dev",
            "bundle_data",
            Bundles.of(
                """
                {"type":"raw_sql","up":"create view answers as select 42 as answer","down":"drop view answers"}"""));
    assertThat(
            tenant
                .as("developer")
                .post("/api/releases/prepare", bundle)
                .isProblem(403, "permission_required")
                .string("permission"))
        .isEqualTo("database:write");
  }

  @Test
  void aReleaseOfAProjectIsAsVisibleAsTheProject() {
    String hidden = tenant.project("visibility", "private");
    String release =
        api.post("/api/releases", Body.of("name", "Secret", "project_id", hidden)).is(201).id();
    assertThat(api.get("/api/projects/" + hidden + "/releases").is(200).each("id"))
        .containsExactly(release);
    Api viewer = tenant.as("viewer");
    viewer.get("/api/releases/" + release).isProblem(404, "not_found");
    assertThat(viewer.get("/api/releases?limit=200").is(200).each("id")).doesNotContain(release);
    viewer.get("/api/projects/" + hidden + "/releases").isProblem(404, "not_found");
    api.post("/api/releases/prepare", Body.of("to_env", "dev", "release_id", release))
        .isProblem(409, "release_without_bundle");
  }

  @Test
  void whatWouldBeLostIsLostOnlyByWhoQuotesWhatTheySaw() throws SQLException {
    String release = released("orders");
    insideDev(
        "insert into %s.orders select gen_random_uuid(), 'n' || i from generate_series(1, 7) i");
    String asked = Body.of("release_id", release, "environment", "dev");
    JsonObject refused =
        api.post("/api/releases/rollback", asked).isProblem(409, "loss_not_accepted").json();
    JsonObject preview = refused.getJsonObject("preview");
    assertThat(preview.getJsonArray("losses").getJsonObject(0).getInt("rows")).isEqualTo(7);
    insideDev(
        "insert into %s.orders select gen_random_uuid(), 'm' || i from generate_series(1, 11) i");
    String stale = Body.of("release_id", release, "loss_preview", preview.getString("digest"));
    api.post("/api/releases/rollback", stale).isProblem(409, "loss_not_accepted");
    String now = api.get("/api/releases/" + release + "/rollback-preview").string("digest");
    insideDev("insert into %s.orders values (gen_random_uuid(), 'one more')");
    String fresh = Body.of("release_id", release, "loss_preview", now);
    JsonObject undone =
        Bundles.rested(api, api.post("/api/releases/rollback", fresh).is(202).place());
    assertThat(undone.getString("status")).as(undone.toString()).isEqualTo("rolled_back");
  }

  @Test
  void theTargetStaysOnceAReleaseIsPlannedForIt() {
    prepared(Bundles.table("orders"));
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
    api.patch("/api/environments/" + dev(), other).isProblem(409, "environment_in_use");
  }

  @Test
  void whatCouldNotBeUndoneIsTakenUpAgain() throws SQLException {
    String first = released("orders");
    String release = prepared(Bundles.column("orders", "tier"));
    assertThat(Bundles.promoted(api, release, "dev").getString("status")).isEqualTo("live");
    insideDev("create view %1$s.tiers as select tier from %1$s.orders");
    String asked = Body.of("release_id", release, "environment", "dev");
    JsonObject failed =
        Bundles.rested(api, api.post("/api/releases/rollback", asked).is(202).place());
    assertThat(failed.getString("status")).as(failed.toString()).isEqualTo("failed");
    insideDev("drop view %s.tiers");
    JsonObject undone =
        Bundles.rested(api, api.post("/api/releases/rollback", asked).is(202).place());
    assertThat(undone.getString("status")).as(undone.toString()).isEqualTo("rolled_back");
    assertThat(undone.getString("id")).isEqualTo(failed.getString("id"));
    assertThat(inPlace("dev")).isEqualTo(first);
    api.post("/api/releases/rollback", asked).isProblem(409, "release_not_in_place");
  }

  @Test
  void whatIsWrittenAfterTheLossWasAcceptedIsNotLost() throws SQLException {
    String release = released("orders");
    String place;
    try (Connection holder = environments()) {
      Database.run(holder, "select pg_advisory_lock(hashtextextended('" + schema() + "', 7))");
      place = api.post("/api/releases/rollback", Body.of("release_id", release)).is(202).place();
      insideDev("insert into %s.orders values (gen_random_uuid(), 'meanwhile')");
    }
    JsonObject kept = Bundles.rested(api, place);
    assertThat(kept.getString("status")).as(kept.toString()).isEqualTo("live");
    assertThat(kept.getJsonObject("failure").getString("code")).isEqualTo("loss_not_accepted");
    assertThat(kept.isNull("rollback")).isTrue();
    assertThat(inPlace("dev")).isEqualTo(release);
  }

  @Test
  void whatFailsOnItsWayIsUndoneByItself() throws SQLException {
    String before = released("orders");
    String release =
        prepared(
            Bundles.of(
                """
                {"type":"add_column","table":"orders","column":{"name":"tier","type":"text","nullable":true}}""",
                """
                {"type":"create_index","table":"orders","name":"orders_name","columns":["name"],"unique":true}"""));
    insideDev(
        "insert into %s.orders values (gen_random_uuid(), 'same'), (gen_random_uuid(), 'same')");
    JsonObject failed = Bundles.promoted(api, release, "dev");
    assertThat(failed.getString("status")).as(failed.toString()).isEqualTo("rolled_back");
    assertThat(failed.getJsonObject("failure").getString("code")).isEqualTo("statement_failed");
    assertThat(failed.getJsonObject("rollback").getBoolean("automatic")).isTrue();
    assertThat(inPlace("dev")).isEqualTo(before);
    assertThat(api.get("/api/releases/" + release + "/log").is(200).each("message"))
        .contains("Undone: the fingerprint is the one that it began with.");
    assertThat(messages()).contains("release.failed", "release.rollback");
    assertThat(actions(release)).contains("release.failed", "release.rolled_back");
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

  /** As the administrator of the database; %s is the schema of dev. */
  private void insideDev(String sql) throws SQLException {
    try (Connection connection = environments()) {
      Database.run(connection, sql.formatted(schema()));
    }
  }

  private static Connection environments() throws SQLException {
    DatabaseLogin administrator = Installation.database().administrator();
    return new DatabaseLogin(
            Installation.database().environments().orElseThrow().jdbcUrl(),
            administrator.user(),
            administrator.password())
        .connect();
  }

  private String schema() {
    return "env_" + dev().replace("-", "");
  }

  private String dev() {
    return api.get("/api/environments").is(200).items().stream()
        .filter(one -> one.getString("name").equals("dev"))
        .map(one -> one.getString("id"))
        .findFirst()
        .orElseThrow();
  }

  private String prepared(jakarta.json.JsonValue bundle) {
    return Bundles.prepared(api, "dev", bundle).getString("release_id");
  }

  private String released(String table) {
    String release = prepared(Bundles.table(table));
    JsonObject live = Bundles.promoted(api, release, "dev");
    assertThat(live.getString("status")).as(live.toString()).isEqualTo("live");
    return release;
  }

  /** Null for nothing. */
  private String inPlace(String environment) {
    return api
        .get("/api/releases/board")
        .is(200)
        .json()
        .getJsonArray("environments")
        .getValuesAs(JsonObject.class)
        .stream()
        .filter(row -> row.getJsonObject("environment").getString("name").equals(environment))
        .filter(row -> !row.isNull("live"))
        .map(row -> row.getJsonObject("live").getString("release_id"))
        .findFirst()
        .orElse(null);
  }

  private List<String> actions(String release) {
    String id = api.get("/api/releases/" + release).id();
    return api.get("/api/audit-logs?limit=200&resource_id=" + id).is(200).each("action");
  }

  private List<String> messages() {
    return api.get("/api/webhooks/messages?limit=200").is(200).each("type");
  }
}
