package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

/** How deliveries go, told from what deployments left on record. */
class ReleaseMetricsIT {
  @Test
  void theFourFiguresFollowFromWhatHappened() throws Exception {
    TestTenant tenant = Fixtures.tenant();
    ReleaseSteps steps = new ReleaseSteps(tenant.api());
    String good = steps.prepared("dev", ReleaseSteps.table("good")).string("release_id");
    steps.through(good, "dev", "staging");
    try (HealthUrl health = new HealthUrl()) {
      health.answers(500);
      steps.change("dev", "health_url", health.url());
      String bad = steps.prepared("dev", ReleaseSteps.table("bad")).string("release_id");
      steps.ended(steps.promote(bad, "dev").is(202));
    }

    Answer metrics = tenant.as("viewer").get("/api/releases/metrics?days=7").is(200);
    JsonObject figures = metrics.json().getJsonObject("figures");
    assertThat(figures.getInt("deployments")).isEqualTo(2);
    assertThat(figures.getInt("failed_deployments")).isEqualTo(1);
    assertThat(figures.getJsonNumber("change_failure_rate").doubleValue()).isBetween(0.33, 0.34);
    assertThat(figures.getInt("lead_time_seconds")).isBetween(0, 600);
    assertThat(figures.getInt("time_to_restore_seconds")).isBetween(0, 600);
    assertThat(figures.getInt("unrestored")).isZero();
    assertThat(metrics.json().getJsonArray("environments").getValuesAs(JsonObject.class))
        .extracting(one -> one.getString("environment"))
        .containsExactly("dev", "staging");

    Answer staging = tenant.as("viewer").get("/api/releases/metrics?environment=staging").is(200);
    assertThat(staging.json().getJsonObject("figures").getInt("failed_deployments")).isZero();
    assertThat(staging.json().getJsonObject("figures").getInt("deployments")).isEqualTo(1);
  }

  @Test
  void nobodySeesFiguresOfAnotherTenantOrProject() {
    TestTenant tenant = Fixtures.tenant();
    ReleaseSteps steps = new ReleaseSteps(tenant.api());
    String hidden = tenant.project("visibility", "private");
    String release =
        tenant
            .api()
            .post(
                "/api/releases/prepare",
                Body.of(
                    "to_env",
                    "dev",
                    "project_id",
                    hidden,
                    "bundle_data",
                    Body.json(ReleaseSteps.table("hidden"))))
            .is(200)
            .string("release_id");
    steps.promoted(release, "dev");
    assertThat(deployments(tenant.api(), "")).isEqualTo(1);
    assertThat(deployments(tenant.api(), "?project_id=" + hidden)).isEqualTo(1);
    assertThat(deployments(tenant.as("viewer"), "")).isZero();
    tenant
        .as("viewer")
        .get("/api/releases/metrics?project_id=" + hidden)
        .isProblem(404, "not_found");
    assertThat(deployments(Fixtures.tenant().api(), "")).isZero();
  }

  private static int deployments(Api api, String query) {
    return api.get("/api/releases/metrics" + query)
        .is(200)
        .json()
        .getJsonObject("figures")
        .getInt("deployments");
  }

  @Test
  void whatWasDeployedByOtherMeansIsRecordedAndCounted() {
    TestTenant tenant = Fixtures.tenant();
    String hotfix =
        Body.of("name", "Hotfix", "version", "1.4.3", "status", "released", "environment", "prod");
    assertThat(tenant.as("developer").post("/api/releases", hotfix).is(403).string("permission"))
        .isEqualTo("releases:promote");
    Answer release = tenant.as("database_admin").post("/api/releases", hotfix).is(201);
    assertThat(release.string("status")).isEqualTo("released");
    assertThat(release.json().getBoolean("external")).isTrue();

    JsonObject deployment =
        tenant.api().get("/api/releases/" + release.id() + "/deployments").is(200).items().get(0);
    assertThat(deployment.getString("environment")).isEqualTo("production");
    JsonObject figures =
        tenant.api().get("/api/releases/metrics").is(200).json().getJsonObject("figures");
    assertThat(figures.getInt("external_deployments")).isEqualTo(1);
    assertThat(figures.isNull("lead_time_seconds")).isTrue();
    new ReleaseSteps(tenant.api())
        .promote(release.id(), "production")
        .isProblem(409, "release_not_prepared");
    assertThat(
            tenant
                .api()
                .post("/api/releases", Body.of("name", "N", "status", "failed"))
                .is(400)
                .faults())
        .containsExactly("/status value");
  }

  @Test
  void daysHaveALimit() {
    Api api = Fixtures.tenant().api();
    for (String days : new String[] {"0", "367"}) {
      assertThat(api.get("/api/releases/metrics?days=" + days).is(400).faults())
          .containsExactly("days range");
    }
  }

  @Test
  void healthTellsWhoeverIsSignedInHowReleasesAre() {
    TestTenant tenant = Fixtures.tenant();
    ReleaseSteps steps = new ReleaseSteps(tenant.api());
    String release = steps.prepared("dev", ReleaseSteps.table("shown")).string("release_id");
    steps.promoted(release, "dev");
    steps.further(release, "staging");

    JsonObject told = tenant.as("viewer").get("/api/health").is(200).json();
    assertThat(told.getJsonObject("releases"))
        .isEqualTo(
            Body.json(
                Body.of(
                    "configured",
                    true,
                    "ok",
                    true,
                    "latest_release",
                    release,
                    "environment",
                    "dev",
                    "pending_releases",
                    1,
                    "failed_releases",
                    0)));
    assertThat(Fixtures.nobody().get("/api/health").is(200).json()).containsOnlyKeys("status");
    assertThat(tenant.as("member").get("/api/health").is(200).json().getJsonObject("releases"))
        .containsEntry("latest_release", jakarta.json.JsonValue.NULL);
  }
}
