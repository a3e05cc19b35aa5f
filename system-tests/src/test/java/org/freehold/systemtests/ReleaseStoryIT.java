package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A release on its whole way, and a bad one that undoes itself: as a release manager, an approver
 * and the systems that listen see it.
 */
@Patient
class ReleaseStoryIT {
  private static final Duration SOON = Duration.ofSeconds(60);

  private static final String BAD =
      """
      {"database":{"changes":[{"type":"add_column","table":"test_table",
        "column":{"name":"note","type":"text","nullable":true}}]}}""";

  private final TestTenant tenant = Fixtures.tenant();
  private final ReleaseDesk desk = new ReleaseDesk(tenant.api());
  private final ReleaseDesk manager = new ReleaseDesk(tenant.as("manager"));
  private HealthPage health;
  private Receiver receiver;

  @BeforeEach
  void listen() throws IOException {
    health = new HealthPage();
    receiver = new Receiver();
    tenant
        .api()
        .post(
            "/api/webhooks/endpoints",
            Body.of("url", receiver.url(), "events", Body.json("[\"release.*\"]")))
        .is(201);
    desk.change("staging", Body.of("policy", Body.json("{\"soak_minutes\":1}")));
    desk.change("production", Body.of("health_url", health.url()));
  }

  @AfterEach
  void stop() {
    health.close();
    receiver.close();
  }

  @Test
  void fromABundleToProductionAndABadReleaseBackAgain() {
    String good = desk.prepare(ReleaseDesk.TEST_TABLE, "dev");
    desk.promoted(good, "dev", "live");
    soak(good);
    approve(good);
    int before = health.asked();
    desk.promoted(good, "production", "live");
    assertThat(health.asked() - before).isGreaterThanOrEqualTo(3);
    String fingerprint = desk.environment("production").getString("fingerprint");

    desk.change("staging", Body.of("policy", Body.json("{\"soak_minutes\":0}")));
    String bad = desk.prepare(BAD, "dev");
    desk.promoted(bad, "dev", "live");
    desk.prepareAlso(bad, "staging");
    desk.promoted(bad, "staging", "live");
    desk.prepareAlso(bad, "production");
    manager.approve(bad, "production").is(201);
    health.answers(500);
    JsonObject undone = desk.promoted(bad, "production", "rolled_back");

    assertThat(undone.getJsonObject("rollback").getBoolean("automatic")).isTrue();
    assertThat(undone.getJsonObject("failure").getString("code")).isEqualTo("unhealthy");
    assertThat(desk.deployment(good, "production").getString("status")).isEqualTo("live");
    assertThat(desk.environment("production").getString("fingerprint")).isEqualTo(fingerprint);
    String drift = "/api/environments/" + desk.environment("production").getString("id") + "/drift";
    assertThat(tenant.api().post(drift).is(200).string("state")).isEqualTo("in_sync");
    isInTheTrail();
    wasHeard(good, bad);
    isMeasured();
  }

  private void soak(String release) {
    desk.prepareAlso(release, "staging");
    desk.promote(release, "staging").is(202);
    Await.until(
        SOON,
        () -> desk.deployment(release, "staging").getString("status"),
        status -> status.equals("soaking"));
    desk.prepareAlso(release, "production");
    assertThat(desk.promote(release, "production").isProblem(409, "not_soaked").string("soaked_at"))
        .isNotNull();
    desk.until(release, "staging", "live");
  }

  private void approve(String release) {
    Answer missing = desk.promote(release, "production").isProblem(409, "approvals_missing");
    assertThat(missing.json().getInt("given")).isZero();
    assertThat(missing.json().getInt("required")).isEqualTo(1);
    desk.approve(release, "production").isProblem(403, "self_approval");
    ReleaseDesk key = new ReleaseDesk(tenant.withKey("releases:approve", "releases:read"));
    key.approve(release, "production").isProblem(403, "people_only");
    desk.promote(release, "production").isProblem(409, "approvals_missing");
    manager.approve(release, "production").is(201);
  }

  private void isInTheTrail() {
    for (String action :
        List.of(
            "release.prepared",
            "release.approved",
            "release.promoted",
            "release.failed",
            "release.rolled_back")) {
      assertThat(tenant.api().get("/api/audit-logs?action=" + action).is(200).items())
          .as(action)
          .isNotEmpty();
    }
  }

  private void wasHeard(String good, String bad) {
    heard("release.prepared", good, "dev");
    heard("release.approved", good, "production");
    heard("release.promoted", good, "production");
    heard("release.failed", bad, "production");
    heard("release.rollback", bad, "production");
    assertThat(receiver.of("release.promoted"))
        .noneMatch(one -> one.body().contains(bad) && one.body().contains("\"production\""));
  }

  private void heard(String type, String release, String environment) {
    List<Receiver.Received> all =
        Await.until(
            SOON,
            () -> receiver.of(type),
            now -> now.stream().anyMatch(one -> isAbout(one, release, environment)));
    assertThat(all).as(type).anyMatch(one -> isAbout(one, release, environment));
  }

  private static boolean isAbout(Receiver.Received one, String release, String environment) {
    return one.body().contains("\"" + release + "\"")
        && one.body().contains("\"" + environment + "\"");
  }

  private void isMeasured() {
    Answer measured =
        tenant.api().get("/api/releases/metrics?environment=production&days=30").is(200);
    JsonObject figures = measured.json().getJsonObject("figures");
    assertThat(figures.getInt("failed_deployments")).isEqualTo(1);
    assertThat(figures.getJsonNumber("change_failure_rate").doubleValue()).isEqualTo(0.5);
    assertThat(figures.getJsonNumber("time_to_restore_seconds").longValue()).isPositive();
  }
}
