package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.freehold.launcher.database.DatabaseLogin;
import org.junit.jupiter.api.Test;

/** What stands in the way of a release, and who may pass it all the same. */
class ReleaseRefusalsIT {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int ROW = 200;

  private final TestTenant tenant = Fixtures.tenant();
  private final Api api = tenant.api();

  @Test
  void nothingIsPromotedWhileAFreezeIsOn() {
    Instant until = Instant.parse("2099-01-02T03:04:05Z");
    freeze(
        "[{\"from\":\"2020-01-01T00:00:00Z\",\"until\":\"%s\",\"reason\":\"Stocktaking\"}]"
            .formatted(until));
    JsonObject prepared = Bundles.prepared(api, "dev", Bundles.table("orders"));
    String release = prepared.getString("release_id");
    Answer refused = Bundles.promote(api, release, "dev").isProblem(409, "frozen");
    assertThat(refused.string("until")).isEqualTo(until.toString());
    assertThat(refused.string("reason")).isEqualTo("Stocktaking");
    String gates = deployment(prepared.getJsonObject("deployment"), release) + "/gates";
    assertThat(api.get(gates).is(200).each("outcome"))
        .containsExactly("waived", "waived", "failed");
    freeze("[]");
    assertThat(Bundles.promoted(api, release, "dev").getString("status")).isEqualTo("live");
  }

  private void freeze(String windows) {
    new ReleaseDesk(api).change("dev", "{\"policy\":{\"freeze\":" + windows + "}}");
  }

  @Test
  void productionTakesOnlyWhatStagingHas() {
    new ReleaseDesk(api).change("production", "{\"policy\":{\"approvals\":0}}");
    String release =
        Bundles.prepared(api, "production", Bundles.table("orders")).getString("release_id");
    Answer refused = Bundles.promote(api, release, "production");
    assertThat(refused.isProblem(409, "upstream_not_live").string("environment"))
        .isEqualTo("staging");
    Bundles.again(api, release, "staging");
    assertThat(Bundles.promoted(api, release, "staging").getString("status")).isEqualTo("live");
    assertThat(Bundles.promoted(api, release, "production").getString("status")).isEqualTo("live");
  }

  @Test
  void tablesTooLargeForABackupAreChangedOnlyWhenSomebodySaysWhyTheyMayBe() throws SQLException {
    String before = released();
    insideDev(
        "insert into %%s.orders select gen_random_uuid(), repeat('x', %d) from generate_series(1, %d)"
            .formatted(ROW, Installation.BACKUP_BYTES / ROW));
    String release =
        Bundles.prepared(api, "dev", Bundles.column("orders", "tier")).getString("release_id");
    JsonObject failed = Bundles.promoted(api, release, "dev");
    assertThat(failed.getString("status")).as(failed.toString()).isEqualTo("failed");
    assertThat(failed.getJsonObject("failure").getString("code")).isEqualTo("backup_too_large");
    assertThat(columns()).containsExactly("id", "name");
    assertThat(new ReleaseDesk(api).deployment(before, "dev").getString("status"))
        .isEqualTo("live");

    Bundles.again(api, release, "dev");
    String why = "The storage below takes a snapshot every hour";
    Answer begun =
        api.post(
            "/api/releases/promote",
            Body.of("release_id", release, "to_env", "dev", "waive_backup", why));
    JsonObject live = Bundles.rested(api, begun.is(202).place());
    assertThat(live.getString("status")).as(live.toString()).isEqualTo("live");
    assertThat(columns()).containsExactly("id", "name", "tier");
    JsonObject gate = gate(deployment(live, release), "backup");
    assertThat(gate.getString("outcome")).isEqualTo("waived");
    assertThat(gate.getJsonObject("evidence").getString("reason")).endsWith("Waived: " + why);
    assertThat(new ReleaseDesk(api).log(release, "dev")).anyMatch(line -> line.endsWith(why));
    assertThat(live.getString("requested_by")).isEqualTo(tenant.owner().id());

    Answer undoing = api.post("/api/releases/rollback", Body.of("release_id", release)).is(202);
    assertThat(Bundles.rested(api, undoing.place()).getString("status")).isEqualTo("rolled_back");
    assertThat(columns()).containsExactly("id", "name");
  }

  @Test
  void whatIsGoneForGoodIsNotUndone() throws SQLException {
    released();
    insideDev("insert into %s.orders values (gen_random_uuid(), 'kept for a while')");
    JsonValue drop =
        Bundles.of("{\"type\":\"drop_column\",\"table\":\"orders\",\"column\":\"name\"}");
    String release = Bundles.prepared(api, "dev", drop).getString("release_id");
    assertThat(Bundles.promoted(api, release, "dev").getString("status")).isEqualTo("live");
    assertThat(preview(release).string("window")).isEqualTo("tombstone");
    insideDev(
        "update freehold_releases.tombstone set seen_at = now() - interval '10 years'"
            + " where environment = '%s'");
    clean();
    assertThat(columns()).containsExactly("id");
    Answer past = preview(release);
    assertThat(past.string("window")).isEqualTo("past");
    api.post(
            "/api/releases/rollback",
            Body.of("release_id", release, "loss_preview", past.string("digest")))
        .isProblem(409, "only_restore_remains");
    assertThat(new ReleaseDesk(api).deployment(release, "dev").getString("status"))
        .isEqualTo("live");
  }

  private void clean() {
    Answer run = api.post("/api/jobs/release-cleanup/runs", "{}").is(202);
    Answer ended =
        Await.until(SOON, () -> api.get(run.place()).is(200), answer -> !answer.isNull("ended_at"));
    assertThat(ended.string("status")).as(ended.text()).isEqualTo("completed");
  }

  private Answer preview(String release) {
    return api.get("/api/releases/" + release + "/rollback-preview").is(200);
  }

  @Test
  void thePlanSaysHowManyEnvironmentsThereMayBe() {
    TestTenant small =
        Fixtures.tenant("tier", "custom", "settings", Body.json("{\"quotas\":{\"databases\":4}}"));
    Answer fourth = small.api().post("/api/environments", Body.of("name", "fourth")).is(201);
    String fifth = Body.of("name", "fifth");
    Answer refused = small.api().post("/api/environments", fifth).isProblem(402, "quota_exceeded");
    assertThat(refused.string("meter")).isEqualTo("databases");
    assertThat(refused.number("used")).isEqualByComparingTo("4");
    assertThat(refused.string("hint")).contains("Delete an environment");
    assertThat(small.api().get("/api/environments").is(200).each("name")).doesNotContain("fifth");
    small.api().delete(fourth.place()).is(204);
    small.api().post("/api/environments", fifth).is(201);
  }

  private String released() {
    String release = Bundles.prepared(api, "dev", Bundles.table("orders")).getString("release_id");
    assertThat(Bundles.promoted(api, release, "dev").getString("status")).isEqualTo("live");
    return release;
  }

  private static String deployment(JsonObject deployment, String release) {
    return "/api/releases/" + release + "/deployments/" + deployment.getString("id");
  }

  private JsonObject gate(String deployment, String name) {
    return api.get(deployment + "/gates").is(200).items().stream()
        .filter(one -> one.getString("gate").equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Those of orders in dev that are not retired. */
  private List<String> columns() throws SQLException {
    try (Connection connection = environments()) {
      return Database.texts(
          connection,
          ("select attname from pg_attribute where attrelid = '%s.orders'::regclass and attnum > 0"
                  + " and not attisdropped order by attnum")
              .formatted(schema()));
    }
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
    return "env_" + new ReleaseDesk(api).environment("dev").getString("id").replace("-", "");
  }
}
