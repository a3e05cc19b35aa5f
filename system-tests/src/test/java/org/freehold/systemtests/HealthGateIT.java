package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A release stays where the environment says that it is well, and nowhere else. */
class HealthGateIT {
  private TestTenant tenant;
  private ReleaseSteps steps;

  @BeforeEach
  void aTenant() {
    tenant = Fixtures.tenant();
    steps = new ReleaseSteps(tenant.api());
  }

  @Test
  void whatIsWellStays() throws Exception {
    try (HealthUrl health = new HealthUrl()) {
      steps.change("dev", "health_url", health.url());
      String release = prepared("well");
      JsonObject deployment = steps.promoted(release, "dev");
      assertThat(deployment.getString("status")).isEqualTo("live");
      assertThat(health.asked()).isEqualTo(3);
      JsonObject gate = healthGate(release, deployment);
      assertThat(gate.getString("outcome")).isEqualTo("passed");
      assertThat(gate.getJsonObject("evidence").getJsonArray("answers")).hasSize(3);
    }
  }

  @Test
  void whatIsNotWellIsUndoneByItself() throws Exception {
    try (HealthUrl health = new HealthUrl()) {
      steps.promoted(prepared("before"), "dev");
      steps.change("dev", "health_url", health.url());
      health.answers(503);
      String release = prepared("after");
      JsonObject deployment = steps.ended(steps.promote(release, "dev").is(202));

      assertThat(deployment.getString("status")).isEqualTo("rolled_back");
      assertThat(deployment.getJsonObject("failure").getString("code")).isEqualTo("unhealthy");
      assertThat(deployment.getJsonObject("rollback").getBoolean("automatic")).isTrue();
      JsonObject gate = healthGate(release, deployment);
      assertThat(gate.getString("outcome")).isEqualTo("failed");
      assertThat(health.asked()).isEqualTo(3);
      assertThat(tenant.api().get("/api/releases/" + release).is(200).string("status"))
          .isEqualTo("rolled_back");
    }
  }

  /** Nobody could see that it works, so it does not stay. */
  @Test
  void whatCannotBeToldIsUndoneUnderACodeOfItsOwn() {
    steps.change("dev", "health_url", "http://10.255.255.1/health");
    JsonObject deployment = steps.ended(steps.promote(prepared("nowhere"), "dev").is(202));
    assertThat(deployment.getString("status")).isEqualTo("rolled_back");
    assertThat(deployment.getJsonObject("failure").getString("code"))
        .isEqualTo("health_inconclusive");
  }

  private String prepared(String table) {
    return steps.prepared("dev", ReleaseSteps.table(table)).string("release_id");
  }

  private JsonObject healthGate(String release, JsonObject deployment) {
    return tenant
        .api()
        .get("/api/releases/" + release + "/deployments/" + deployment.getString("id") + "/gates")
        .is(200)
        .items()
        .stream()
        .filter(gate -> gate.getString("gate").equals("health"))
        .findFirst()
        .orElseThrow();
  }
}
