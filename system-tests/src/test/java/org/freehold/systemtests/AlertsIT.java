package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a tenant's trail shows that somebody should look at. */
class AlertsIT {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String ALERTS = "/api/security/alerts";

  private final TestTenant tenant = Fixtures.tenant();
  private final PostOffice post = PostOffice.shared();

  @Test
  void aBurstOfRefusalsIsOneAlertThatCountsAndIsToldOnce() throws Exception {
    TestUser viewer = tenant.user("viewer");
    for (int i = 0; i < 12; i++) {
      viewer.api().get("/api/admin/api-keys").is(403);
    }
    JsonObject alert = only("refusals", 3);
    assertThat(alert.getString("status")).isEqualTo("open");
    assertThat(alert.getString("severity")).isEqualTo("WARNING");
    assertThat(alert.getString("subject_type")).isEqualTo("user");
    assertThat(alert.getString("subject_id")).isEqualTo(viewer.id());
    assertThat(alert.getInt("count")).as("the tenth and each after it").isEqualTo(3);
    assertThat(messages()).as("told once").isEqualTo(1);
    assertThat(tenant.api().get("/api/audit-logs?action=security_alert.raised").is(200).items())
        .hasSize(1);
    Await.until(SOON, () -> post.of(tenant.owner().email()).size(), mails -> mails == 1);
    String subject = post.of(tenant.owner().email()).get(0).getSubject();
    assertThat(subject)
        .isEqualTo("Security alert: There were 10 refusals or more within 5 minutes.");
  }

  @Test
  void whatIsAcknowledgedGoesOnCountingAndWhatIsResolvedIsQuietForAWhile() {
    tenant.newUser("tenant_admin");
    JsonObject raised = only("privilege_escalation", 1);
    String place = ALERTS + "/" + raised.getString("id");
    Answer seen = tenant.api().post(place + "/acknowledge", Body.of("comment", "I look")).is(200);
    assertThat(seen.string("status")).isEqualTo("acknowledged");
    assertThat(seen.string("acknowledged_by")).isEqualTo(tenant.owner().id());
    assertThat(seen.string("comment")).isEqualTo("I look");
    tenant
        .api()
        .post(place + "/acknowledge", Body.of("comment", "Me too"))
        .isProblem(409, "alert_handled");
    tenant.newUser("tenant_admin");
    assertThat(only("privilege_escalation", 2).getString("status")).isEqualTo("acknowledged");
    Answer done = tenant.api().post(place + "/resolve", Body.of("comment", "We meant it")).is(200);
    assertThat(done.string("status")).isEqualTo("resolved");
    tenant.newUser("tenant_admin");
    assertThat(only("privilege_escalation", 3).getString("status")).isEqualTo("resolved");
    tenant.api().post(place + "/resolve", "{}").isProblem(409, "alert_handled");
    assertThat(messages()).isEqualTo(1);
  }

  @Test
  void changesOfWhatGuardsTheTenantAreToldAndWhoMayOnlyReadChangesNothing() {
    Policies.made(tenant.api());
    JsonObject alert = only("settings_changed", 1);
    assertThat(alert.getString("summary")).contains("policy.created");
    Api manager = tenant.as("manager");
    manager.get(ALERTS).is(200);
    manager.get("/api/security/alert-rules").is(200);
    manager.post(ALERTS + "/" + alert.getString("id") + "/resolve", "{}").is(403);
    manager.put("/api/security/alert-rules", "{}").is(403);
    tenant.as("viewer").get(ALERTS).is(403);
    assertThat(tenant.api().get(ALERTS + "?rule=settings_changed&status=resolved").is(200).items())
        .isEmpty();
    tenant.api().get(ALERTS + "?rule=nonsense").is(400);
  }

  @Test
  void signingInWithAnotherProgramIsANewPlaceAndTheFirstTimeIsNot() {
    TestUser user = tenant.newUser("member");
    Fixtures.nobody().in(tenant.slug()).signedIn(user.email(), TestTenant.PASSWORD);
    Fixtures.nobody()
        .in(tenant.slug())
        .with("User-Agent", "curl/8.1")
        .signedIn(user.email(), TestTenant.PASSWORD);
    JsonObject alert = only("new_places", 1);
    assertThat(alert.getString("subject_id")).isEqualTo(user.id());
    assertThat(alert.getString("summary")).contains("program").doesNotContain("network");
  }

  @Test
  void rulesAreTheTenantsOwnWithinLimitsAndTheirChangeIsAlwaysTold() {
    String rules = "/api/security/alert-rules";
    Answer before = tenant.api().get(rules).is(200);
    assertThat(before.json().getJsonObject("refusals").getInt("threshold")).isEqualTo(10);
    Answer after =
        tenant
            .api()
            .put(
                rules,
                "{\"refusals\":{\"enabled\":true,\"threshold\":3,\"window_minutes\":10},"
                    + "\"settings_changed\":{\"enabled\":false},\"mail\":false}")
            .is(200);
    assertThat(after.json().getJsonObject("refusals").getInt("threshold")).isEqualTo(3);
    assertThat(after.json().getJsonObject("mass_export").getInt("threshold")).isEqualTo(5);
    tenant
        .api()
        .put(rules, "{\"refusals\":{\"enabled\":true,\"threshold\":1,\"window_minutes\":10}}")
        .isProblem(400, "invalid");
    tenant.api().put(rules, "{\"quiet_minutes\":1}").isProblem(400, "invalid");
    for (int i = 0; i < 3; i++) {
      tenant.as("viewer").get("/api/admin/api-keys").is(403);
    }
    only("refusals", 1);
    assertThat(only("settings_changed", 1).getString("summary")).contains("alert_rules.updated");
    Await.until(SOON, () -> post.of(tenant.owner().email()).size(), mails -> mails >= 1);
    assertThat(post.of(tenant.owner().email()))
        .as("no mail is wanted but that the rules were changed")
        .singleElement()
        .satisfies(mail -> assertThat(mail.getSubject()).contains("alert_rules.updated"));
  }

  @Test
  void whatWasDoneBeforeARuleWasChangedIsJudgedByTheRulesOfThen() throws SQLException {
    tenant.newUser("tenant_admin");
    rule("privilege_escalation", false);
    only("privilege_escalation", 1);
    only("settings_changed", 1);
    beforeAnyLook(
        () -> {
          tenant.newUser("tenant_admin");
          rule("privilege_escalation", true);
        });
    only("settings_changed", 2);
    assertThat(only("privilege_escalation", 1).getInt("count")).as("it was off").isEqualTo(1);
    beforeAnyLook(
        () -> {
          tenant.newUser("tenant_admin");
          rule("privilege_escalation", false);
        });
    only("privilege_escalation", 2);
  }

  private void rule(String name, boolean enabled) {
    tenant
        .api()
        .put("/api/security/alert-rules", "{\"%s\":{\"enabled\":%b}}".formatted(name, enabled))
        .is(200);
  }

  /** As if another node that died had the trail until then. */
  private void beforeAnyLook(Runnable work) throws SQLException {
    try (Connection node = Database.asAdministrator()) {
      node.setAutoCommit(false);
      Database.run(
          node,
          "select from tenant.alert_cursor where tenant_id = '%s' for update"
              .formatted(tenant.id()));
      work.run();
      node.rollback();
    }
  }

  private int messages() {
    return tenant.api().get("/api/webhooks/messages?type=security.alert").is(200).items().size();
  }

  /** The only alert of the rule, once it counts so many. */
  private JsonObject only(String rule, int count) {
    List<JsonObject> alerts =
        Await.until(
            SOON,
            () -> tenant.api().get(ALERTS + "?rule=" + rule).is(200).items(),
            all -> all.size() == 1 && all.get(0).getInt("count") >= count);
    return alerts.get(0);
  }
}
