package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** A release to staging that writes so many rows that a batch job does it. */
record LongBackfill(String release, String schema) {
  private static final int ROWS = 100_000;
  private static final Duration LONG = Duration.ofMinutes(4);
  private static final String RUNS = "/api/jobs/runs?job=release-backfill";

  /** Prepared for rows that are there. */
  static LongBackfill prepared(Api api, Connection environments) throws SQLException {
    String first = Bundles.prepared(api, "staging", Bundles.table("books")).getString("release_id");
    JsonObject live = Bundles.promoted(api, first, "staging");
    assertThat(live.getString("status")).as(live.toString()).isEqualTo("live");
    String schema = "env_" + live.getString("environment_id").replace("-", "");
    Database.run(
        environments,
        "insert into %s.books select gen_random_uuid(), 'old' from generate_series(1, %d)"
            .formatted(schema, ROWS));
    Database.run(environments, "analyze " + schema + ".books");
    String release =
        Bundles.prepared(
                api,
                "staging",
                Bundles.of(
                    "{\"type\":\"backfill\",\"table\":\"books\",\"column\":\"name\",\"value\":\"'new'\"}"))
            .getString("release_id");
    return new LongBackfill(release, schema);
  }

  /** Some rows are written, and others are not. */
  void begin(Api api) {
    Bundles.promote(api, release, "staging").is(202);
    List<JsonObject> runs =
        Await.until(
            LONG,
            () -> api.get(RUNS).is(200).items(),
            found -> found.stream().anyMatch(run -> done(run) > 0));
    assertThat(done(runs.get(0))).isBetween(1, ROWS - 1);
  }

  /** On another node than the one that began it, and to the last row. */
  void isEnded(Api api, Connection environments) throws SQLException {
    ReleaseDesk desk = new ReleaseDesk(api);
    JsonObject live =
        Await.until(
            LONG,
            () -> desk.deployment(release, "staging"),
            found -> !List.of("promoting", "verifying").contains(found.getString("status")));
    assertThat(live.getString("status"))
        .as(live + " " + desk.log(release, "staging"))
        .isEqualTo("live");
    JsonObject run = api.get(RUNS).is(200).items().get(0);
    assertThat(api.get(RUNS).is(200).items()).hasSize(1);
    assertThat(run.getString("status")).isEqualTo("completed");
    assertThat(run.getInt("executions")).isEqualTo(2);
    assertThat(
            Database.texts(
                environments, "select count(*) from " + schema + ".books where name = 'new'"))
        .containsExactly(String.valueOf(ROWS));
  }

  private static int done(JsonObject run) {
    return run.getJsonObject("progress").getInt("done");
  }
}
