package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.freehold.launcher.FreeholdServer;
import org.freehold.launcher.database.DatabaseLogin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Kills the server in the middle of a promotion and of a rollback. */
@Timeout(900)
@OwnServers
class ReleaseKillIT {
  private static final Duration LONG = Duration.ofMinutes(4);

  @Test
  void aDeploymentGoesOnAfterItsServerWasKilledAndSaysSo() throws Exception {
    FreeholdServer server = KilledInstallation.server();
    TestTenant tenant = KilledInstallation.newTenant();
    Api api = tenant.api();
    String first = Bundles.prepared(api, "dev", Bundles.table("orders")).getString("release_id");
    JsonObject before = Bundles.promoted(api, first, "dev");
    assertThat(before.getString("status")).as(before.toString()).isEqualTo("live");
    String schema = "env_" + before.getString("environment_id").replace("-", "");
    FlagBodies.made(api, "checkout");
    String release = Bundles.prepared(api, "dev", twoPartsAndAFlag()).getString("release_id");
    LongBackfill backfill;
    try (Connection connection = environments(server)) {
      backfill = LongBackfill.prepared(api, connection);
    }
    String promoting;
    try (Connection reader = looking(server, "select 1")) {
      promoting = Bundles.promote(api, release, "dev").is(202).place();
      // An index that is built concurrently waits for every transaction that is older.
      untilSomebodyWaits(server);
      assertThat(api.get(promoting).is(200).json().getJsonObject("steps").getInt("done"))
          .isEqualTo(1);
      backfill.begin(api);
      KilledInstallation.kill();
      reader.rollback();
    }
    server = KilledInstallation.startAgain();
    api = KilledInstallation.owner(tenant);
    JsonObject live = rested(api, promoting);
    assertThat(live.getString("status")).as(live.toString()).isEqualTo("live");
    assertThat(log(api, release))
        .anyMatch(
            line -> line.startsWith("Taken up again: up to step") && line.contains("goes on"));
    assertThat(indexes(server, schema)).contains("orders_note t");
    assertThat(reasons(api)).containsOnlyOnce("Release " + release);
    try (Connection connection = environments(server)) {
      backfill.isEnded(api, connection);
    }
    try (Connection reader = looking(server, "select 1 from " + schema + ".orders")) {
      assertThat(api.post("/api/releases/rollback", Body.of("release_id", release)).is(202).place())
          .isEqualTo(promoting);
      untilSomebodyWaits(server);
      KilledInstallation.kill();
      reader.rollback();
    }
    server = KilledInstallation.startAgain();
    api = KilledInstallation.owner(tenant);
    JsonObject undone = rested(api, promoting);
    assertThat(undone.getString("status")).as(undone.toString()).isEqualTo("rolled_back");
    assertThat(log(api, release))
        .anyMatch(line -> line.startsWith("Taken up again"))
        .anyMatch(line -> line.equals("Undone: the fingerprint is the one that it began with."));
    assertThat(indexes(server, schema)).doesNotContain("orders_note t", "orders_note f");
    assertThat(reasons(api)).containsOnlyOnce("Release " + release + " is undone");
  }

  private static List<String> reasons(Api api) {
    return api.get("/api/flags/checkout/history").is(200).items().stream()
        .map(change -> change.getString("reason", ""))
        .toList();
  }

  private static JsonValue twoPartsAndAFlag() {
    return Json.createObjectBuilder(twoParts().asJsonObject())
        .add("flags", Body.json("[{\"key\":\"checkout\",\"otherwise\":{\"variant\":\"on\"}}]"))
        .build();
  }

  /** A column within the transaction, then an index apart. */
  private static JsonValue twoParts() {
    return Bundles.of(
        """
        {"type":"add_column","table":"orders","column":{"name":"note","type":"text","nullable":true}}""",
        """
        {"type":"create_index","table":"orders","name":"orders_note","columns":["name"]}""");
  }

  private static JsonObject rested(Api api, String place) {
    return Await.until(
        LONG,
        () -> api.get(place).is(200).json(),
        deployment ->
            !List.of("promoting", "verifying", "rolling_back")
                .contains(deployment.getString("status")));
  }

  private static List<String> log(Api api, String release) {
    return api.get("/api/releases/" + release + "/log?limit=200").is(200).each("message");
  }

  /** Somebody who has asked something and is not done. */
  private static Connection looking(FreeholdServer server, String question) throws SQLException {
    Connection connection = environments(server);
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    Database.texts(connection, question);
    return connection;
  }

  private static void untilSomebodyWaits(FreeholdServer server) throws SQLException {
    try (Connection connection = environments(server)) {
      List<String> waiting =
          Await.until(LONG, () -> quietly(connection), found -> !found.isEmpty());
      assertThat(waiting).isNotEmpty();
    }
  }

  private static List<String> quietly(Connection connection) {
    try {
      return Database.texts(
          connection,
          "select query from pg_stat_activity where datname = current_database()"
              + " and wait_event_type = 'Lock' and query like '%INDEX CONCURRENTLY%'");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> indexes(FreeholdServer server, String schema) throws SQLException {
    try (Connection connection = environments(server)) {
      return Database.texts(
          connection,
          "select c.relname || ' ' || i.indisvalid::text::char(1) from pg_index i join pg_class c"
              + " on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace"
              + " where n.nspname = '"
              + schema
              + "'");
    }
  }

  private static Connection environments(FreeholdServer server) throws SQLException {
    DatabaseLogin administrator = server.database().administrator();
    return new DatabaseLogin(
            server.database().environments().orElseThrow().jdbcUrl(),
            administrator.user(),
            administrator.password())
        .connect();
  }
}
