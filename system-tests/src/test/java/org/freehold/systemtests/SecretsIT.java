package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SecretsIT {
  private static final String PASSWORD = "a very particular pass phrase 7391";
  private static final String ADDRESS = "203.0.113.91";
  private static final String BROWSER = "a very particular browser/7391";
  private static TestTenant tenant;
  private static String email;
  private static List<String> secrets;
  private static String answers = "";

  @BeforeAll
  static void leaveTraces() {
    tenant = Fixtures.tenant();
    email = Fixtures.unique("particular") + "@people.example";
    Api api = tenant.api().with("X-Forwarded-For", ADDRESS).with("User-Agent", BROWSER);
    Answer user =
        api.post(
                "/api/users",
                Body.of(
                    "email",
                    email,
                    "name",
                    "Particular Person 7391",
                    "role",
                    "developer",
                    "password",
                    PASSWORD))
            .is(201);
    Api nobody = Fixtures.nobody().with("X-Forwarded-For", ADDRESS).with("User-Agent", BROWSER);
    nobody.login(email, PASSWORD + "x").is(401);
    Answer login = nobody.login(email, PASSWORD).is(200);
    Answer refreshed =
        nobody
            .post("/api/auth/refresh", Body.of("refresh_token", login.string("refresh_token")))
            .is(200);
    Api twice = tenant.api().with("Idempotency-Key", Fixtures.unique("once"));
    Answer key = twice.post("/api/admin/api-keys", Body.of("name", "K", "role", "viewer")).is(201);
    Answer again =
        twice.post("/api/admin/api-keys", Body.of("name", "K", "role", "viewer")).is(201);
    assertThat(again.id()).isEqualTo(key.id());
    Answer endpoint =
        twice
            .with("Idempotency-Key", Fixtures.unique("once"))
            .post("/api/webhooks/endpoints", Body.of("url", "http://127.0.0.1:9/"))
            .is(201);
    Answer rotated =
        tenant
            .api()
            .with("Idempotency-Key", Fixtures.unique("once"))
            .post(key.place() + "/rotate", Body.of("overlap_seconds", 60))
            .is(200);
    nobody.bearing(key.string("key")).get("/api/whoami").is(200);
    secrets =
        List.of(
            PASSWORD,
            login.string("access_token"),
            login.string("refresh_token"),
            refreshed.string("access_token"),
            refreshed.string("refresh_token"),
            key.string("key"),
            rotated.string("key"),
            endpoint.string("secret"),
            "argon2");
    Api person = nobody.bearing(refreshed.string("access_token")).in(tenant.slug());
    person.post("/api/projects", Body.of("name", "P")).is(201);
    for (Answer answer :
        List.of(
            user,
            again,
            person.get("/api/whoami"),
            tenant.api().get(key.place()),
            tenant.api().get("/api/admin/api-keys"),
            tenant.api().get("/api/webhooks/messages"),
            person.get("/api/auth/sessions"),
            person.get("/api/users"),
            tenant.api().get("/api/users?limit=200"),
            tenant.api().get("/api/audit-logs?limit=200"),
            Fixtures.operator().get("/api/audit-logs?limit=200"),
            Fixtures.nobody().get("/.well-known/jwks.json"))) {
      answers += answer.is(answer == user || answer == again ? 201 : 200).text();
    }
  }

  @Test
  void noAnswerHoldsASecret() {
    assertThat(answers).contains(email, ADDRESS);
    secrets.forEach(secret -> assertThat(answers).doesNotContain(secret));
  }

  @Test
  void noLogHoldsASecret() throws IOException {
    String log = Installation.log();
    secrets.subList(0, 8).forEach(secret -> assertThat(log.contains(secret)).isFalse());
  }

  @Test
  void theTrailAsItIsHashedHoldsNoSecretAndNothingPersonal() throws SQLException {
    List<String> leaves;
    try (Connection connection = Database.asAdministrator()) {
      leaves =
          Database.texts(
              connection,
              "select convert_from(leaf, 'UTF8') from tenant.audit_event order by id desc limit 5000");
    }
    String all = String.join("\n", leaves);
    assertThat(all).contains("\"user.signed_in\"");
    secrets.forEach(secret -> assertThat(all.contains(secret)).isFalse());
    for (String personal : List.of(email, ADDRESS, BROWSER, "Particular Person 7391")) {
      assertThat(all.contains(personal)).as(personal).isFalse();
    }
  }

  @Test
  void theTablesHoldSecretsAsHashesOnly() throws SQLException {
    try (Connection connection = Database.asAdministrator()) {
      for (String table :
          new String[] {
            "control.credential",
            "control.session",
            "control.refresh_token",
            "control.sign_in_failure",
            "tenant.idempotency_key",
            "tenant.message",
            "tenant.api_key",
            "control.api_key_secret",
            "tenant.audit_disclosure"
          }) {
        String all =
            String.join("\n", Database.texts(connection, "select t::text from " + table + " t"));
        secrets
            .subList(0, 8)
            .forEach(secret -> assertThat(all.contains(secret)).as(table).isFalse());
      }
      for (String bytes : bytesColumns(connection)) {
        String[] of = bytes.split(" ");
        String all =
            String.join(
                "\n",
                Database.texts(connection, "select encode(" + of[1] + ", 'escape') from " + of[0]));
        secrets
            .subList(0, 8)
            .forEach(secret -> assertThat(all.contains(secret)).as(bytes).isFalse());
      }
      assertThat(Database.texts(connection, "select password_hash from control.credential"))
          .isNotEmpty()
          .allMatch(hash -> hash.startsWith("$argon2id$v=19$"));
    }
  }

  /** As text, bytes are written in hexadecimal digits, in which no secret could be found. */
  private static List<String> bytesColumns(Connection connection) throws SQLException {
    List<String> columns =
        Database.texts(
            connection,
            "select table_schema || '.' || table_name || ' ' || column_name"
                + " from information_schema.columns"
                + " where table_schema in ('control', 'tenant') and data_type = 'bytea'");
    assertThat(columns)
        .contains(
            "control.refresh_token token_hash",
            "tenant.webhook_endpoint sealed_secret",
            "tenant.audit_disclosure sealed");
    return columns;
  }
}
