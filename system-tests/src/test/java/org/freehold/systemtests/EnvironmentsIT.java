package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EnvironmentsIT {
  private static final String LIST = "/api/environments";

  private static TestTenant tenant;
  private static Api api;

  @BeforeAll
  static void oneTenant() {
    tenant = Fixtures.tenant();
    api = tenant.api();
  }

  private static Answer made(String name, Object... more) {
    Object[] all = new Object[more.length + 2];
    all[0] = "name";
    all[1] = name;
    System.arraycopy(more, 0, all, 2, more.length);
    return api.post(LIST, Body.of(all));
  }

  @Test
  void everyTenantHasThreeInTheirOrder() {
    Answer list = tenant.as("viewer").get(LIST).is(200);
    assertThat(list.each("name")).startsWith("dev", "staging", "production");
    assertThat(list.items().get(0).getJsonObject("policy").getInt("approvals")).isZero();
    assertThat(list.items().get(2).getJsonObject("policy").getInt("approvals")).isEqualTo(1);
    assertThat(list.items().get(2).getJsonObject("policy").getBoolean("allow_self_approval"))
        .isFalse();
    String dev = list.each("id").get(0);
    api.delete(LIST + "/" + dev).isProblem(409, "environment_built_in");
    api.patch(LIST + "/" + dev, Body.of("name", "other")).isProblem(400, "invalid");
    made("development").isProblem(409, "name_taken");
  }

  @Test
  void oneMoreComesLastUnlessItSaysWhere() {
    Answer preview = made("preview", "url", "https://preview.example").is(201);
    assertThat(preview.number("position").intValue()).isGreaterThanOrEqualTo(4);
    assertThat(preview.json().getJsonObject("target").getString("kind")).isEqualTo("managed");
    made("preview").isProblem(409, "name_taken");
    made("sideways", "position", 2).isProblem(409, "position_taken");
    Answer changed =
        api.patch(
                preview.place(),
                "{\"policy\":{\"approvals\":2,\"freeze\":[{\"weekly\":{\"from_day\":\"friday\","
                    + "\"from_time\":\"16:00\",\"until_day\":\"monday\",\"until_time\":\"08:00\","
                    + "\"zone\":\"Europe/Berlin\"},\"reason\":\"Weekend\"}]}}")
            .is(200);
    assertThat(changed.json().getJsonObject("policy").getInt("approvals")).isEqualTo(2);
    assertThat(changed.string("url")).isEqualTo("https://preview.example");
    tenant
        .as("developer")
        .patch(preview.place(), Body.of("url", "https://other.example"))
        .isProblem(403, "permission_required");
  }

  @Test
  void everyFaultOfAPolicyIsToldWithItsPlace() {
    assertThat(
            made(
                    "faulty",
                    "policy",
                    Body.json(
                        "{\"freeze\":[{\"reason\":\"nothing\"},"
                            + "{\"from\":\"2026-12-24T00:00:00Z\",\"until\":\"2026-12-23T00:00:00Z\",\"reason\":\"x\"},"
                            + "{\"weekly\":{\"from_day\":\"friday\",\"from_time\":\"16:00\","
                            + "\"until_day\":\"monday\",\"until_time\":\"08:00\",\"zone\":\"Mars/Base\"},\"reason\":\"x\"}]}"))
                .is(400)
                .faults())
        .containsExactlyInAnyOrder(
            "/policy/freeze/0 window",
            "/policy/freeze/1/until order",
            "/policy/freeze/2/weekly/zone zone");
  }

  @Test
  void anOutsideDatabaseInAPrivateNetworkIsRefused() {
    for (String host : List.of("10.0.0.7", "169.254.169.254", "[::1]")) {
      Answer refused =
          made(
              "outside",
              "target",
              Body.json(
                  Body.of(
                      "kind",
                      "outside",
                      "jdbc_url",
                      "jdbc:postgresql://" + host + ":5432/shop",
                      "user",
                      "shop",
                      "password",
                      "secret")));
      assertThat(refused.is(400).faults()).containsExactly("/target/jdbc_url forbidden_address");
      assertThat(refused.text()).doesNotContain("secret");
    }
    assertThat(
            made(
                    "outside",
                    "target",
                    Body.json(
                        "{\"kind\":\"outside\",\"user\":\"u\",\"password\":\"p\",\"jdbc_url\":"
                            + "\"jdbc:postgresql://db.example.com/shop?socketFactory=x\"}"))
                .is(400)
                .faults())
        .containsExactly("/target/jdbc_url format");
  }

  @Test
  void lookingAtOneMakesItsSchemaAndDeletingItRemovesIt() throws SQLException {
    Answer environment = made("short-lived").is(201);
    Answer drift = api.post(environment.place() + "/drift").is(200);
    assertThat(drift.string("state")).isEqualTo("unknown");
    assertThat(api.get(environment.place() + "/drift").is(200).string("checked_at")).isNotNull();
    String schema = "env_" + environment.id().replace("-", "");
    assertThat(has(schema)).isTrue();
    tenant.as("viewer").post(environment.place() + "/drift").isProblem(403, "permission_required");
    api.delete(environment.place()).is(204);
    api.get(environment.place()).isProblem(404, "not_found");
    Await.until(Duration.ofSeconds(30), () -> has(schema), there -> !there);
  }

  private static boolean has(String schema) {
    try (Connection connection = Installation.database().environments().orElseThrow().connect()) {
      return !Database.texts(
              connection, "select 1 from pg_namespace where nspname = '" + schema + "'")
          .isEmpty();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void jobsLookAfterThem() {
    api.get(LIST).is(200);
    for (String job : List.of("drift-check", "release-cleanup")) {
      Answer run = api.post("/api/jobs/" + job + "/runs", "{}").is(202);
      Answer ended =
          Await.until(
              Duration.ofSeconds(60),
              () -> api.get(run.place()),
              told -> !List.of("queued", "running").contains(told.string("status")));
      assertThat(ended.string("status")).as(ended.text()).isEqualTo("completed");
      assertThat(ended.json().getJsonObject("progress").getInt("done")).isGreaterThanOrEqualTo(3);
    }
    Await.until(
        Duration.ofSeconds(30),
        () -> api.get("/api/jobs/schedules").each("job"),
        jobs -> jobs.containsAll(List.of("drift-check", "release-cleanup")));
  }

  @Test
  void aProjectHasItsOwn() {
    String project = tenant.project();
    String list = "/api/projects/" + project + "/environments";
    assertThat(api.get(list).is(200).items()).isEmpty();
    Answer own = made("dev", "project_id", project).is(201);
    assertThat(own.number("position").intValue()).isEqualTo(1);
    assertThat(api.get(list).is(200).each("id")).containsExactly(own.id());
    api.patch(own.place(), "{\"project_id\":null}").isProblem(400, "invalid");
  }
}
