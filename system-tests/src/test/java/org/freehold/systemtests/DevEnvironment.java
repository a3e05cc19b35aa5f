package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.freehold.launcher.database.DatabaseLogin;

/** The environment dev of a tenant: what is released to it, and the database behind it. */
record DevEnvironment(Api api) {
  /** As the administrator of the database; %s is the schema of dev. */
  void run(String sql) throws SQLException {
    try (Connection connection = environments()) {
      Database.run(connection, sql.formatted(schema()));
    }
  }

  static Connection environments() throws SQLException {
    DatabaseLogin administrator = Installation.database().administrator();
    return new DatabaseLogin(
            Installation.database().environments().orElseThrow().jdbcUrl(),
            administrator.user(),
            administrator.password())
        .connect();
  }

  String schema() {
    return "env_" + id().replace("-", "");
  }

  String id() {
    return api.get("/api/environments").is(200).items().stream()
        .filter(one -> one.getString("name").equals("dev"))
        .map(one -> one.getString("id"))
        .findFirst()
        .orElseThrow();
  }

  String prepared(JsonValue bundle) {
    return Bundles.prepared(api, "dev", bundle).getString("release_id");
  }

  String released(String table) {
    String release = prepared(Bundles.table(table));
    JsonObject live = Bundles.promoted(api, release, "dev");
    assertThat(live.getString("status")).as(live.toString()).isEqualTo("live");
    return release;
  }

  /** Null for nothing. */
  String inPlace(String environment) {
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

  List<String> actions(String release) {
    String id = api.get("/api/releases/" + release).id();
    return api.get("/api/audit-logs?limit=200&resource_id=" + id).is(200).each("action");
  }

  List<String> messages() {
    return api.get("/api/webhooks/messages?limit=200").is(200).each("type");
  }
}
