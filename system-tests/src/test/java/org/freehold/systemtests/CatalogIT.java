package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogIT {
  static Set<String> rules() {
    return CatalogRules.RULES.keySet();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aRuleHoldsOfTheWholeCatalog(String rule) throws SQLException {
    try (Connection connection = Database.asAdministrator()) {
      assertThat(Database.texts(connection, CatalogRules.RULES.get(rule))).as(rule).isEmpty();
    }
  }

  @Test
  void theServerMayDoWhatItNeedsAndNothingElse() throws SQLException {
    Map<String, String> expected = new TreeMap<>();
    String everything = "freehold_app: delete insert select update";
    for (String table :
        new String[] {
          "workspace",
          "membership",
          "workspace_member",
          "team",
          "team_member",
          "project",
          "project_participant",
          "task",
          "idempotency_key",
          "job_run",
          "job_run_part",
          "job_run_log",
          "job_schedule",
          "mail",
          "compliance_report",
          "compliance_answer",
          "alert_trace",
          "security_alert",
          "forwarding_destination",
          "role",
          "webhook_endpoint",
          "webhook_replay",
          "webhook_ledger",
          "webhook_alarm",
          "webhook_event_type",
          "endpoint_health",
          "access_policy",
          "flag",
          "flag_segment",
          "flag_schedule",
          "environment",
          "decision_type",
          "decision_thing",
          "api_key",
          "api_key_use",
          "api_key_secret",
          "session",
          "tenant_domain",
          "tenant_metric",
          "metric_day",
          "tenant_page",
          "user_tenant",
          "sign_in_failure",
          "refresh_token"
        }) {
      expected.put(table, everything);
    }
    for (String table : new String[] {"tenant", "app_user", "credential"}) {
      expected.put(table, "freehold_app: insert select update");
    }
    expected.put("plan", everything + ", freehold_worker: select");
    expected.put("template", "freehold_app: delete insert select");
    expected.put("template_use", "freehold_app: insert select update");
    expected.put("template_use_item", "freehold_app: insert select");
    expected.put("template_upgrade", "freehold_app: insert select update");
    expected.put("subscription", "freehold_app: insert select update");
    expected.put("invoice", "freehold_app: insert select");
    expected.put("stripe_account", "freehold_app: insert select update");
    expected.put("stripe_invoice", "freehold_app: insert select update");
    expected.put("stripe_price", "freehold_app: delete insert select update");
    expected.put("stripe_price_former", "freehold_app: insert select");
    expected.put("stripe_customer", "freehold_app: insert select");
    expected.put("stripe_event", "freehold_app: delete insert select");
    expected.put("billing_clock", "freehold_app: insert select update");
    expected.put("webhook_ledger_check", "freehold_app: insert select update");
    expected.put("message", "freehold_app: insert select update");
    expected.put("delivery", "freehold_app: insert select update");
    expected.put("delivery_attempt", "freehold_app: insert select");
    expected.put("audit_event", "freehold_app: insert select");
    expected.put("audit_subject", "freehold_app: delete insert select");
    expected.put("audit_disclosure", "freehold_app: delete insert select");
    expected.put("retention_policy", "freehold_app: insert select update");
    expected.put("legal_hold", "freehold_app: insert select update");
    expected.put("retention_plan", "freehold_app: insert select update");
    expected.put("retention_archive", "freehold_app: delete insert select update");
    expected.put("audit_certificate", "freehold_app: insert select");
    expected.put("audit_removed", "freehold_app: insert select");
    expected.put("demo_data", "freehold_app: insert select");
    expected.put("demo_thing", "freehold_app: insert select");
    expected.put("demo_seed_part", "freehold_app: insert select update");
    expected.put("role_assignment", "freehold_app: delete insert select");
    expected.put("access_version", "freehold_app: insert select update, freehold_worker: select");
    expected.put("flag_history", "freehold_app: insert select");
    expected.put("flag_version", "freehold_app: insert select update, freehold_worker: select");
    expected.put("file", "freehold_app: delete insert select");
    expected.put("file_usage", "freehold_app: insert select update");
    expected.put("release", "freehold_app: insert select update");
    expected.put("deployment", "freehold_app: insert select update");
    expected.put("deployment_log", "freehold_app: insert select");
    expected.put("usage_counter", everything);
    expected.put("quota_notice", "freehold_app: delete insert select");
    expected.put("data_key", "freehold_app: insert select");
    expected.put("signing_key", "freehold_app: delete insert select");
    expected.put("witness_key", "freehold_app: insert select");
    expected.put("approver_key", "freehold_app: insert select update");
    expected.put("release_approval", "freehold_app: insert select");
    expected.put("deployment_gate", "freehold_app: insert select update");
    expected.put("rate_bucket", "freehold_worker: delete insert select update");
    expected.put(
        "endpoint_rate",
        "freehold_app: delete select, freehold_worker: delete insert select update");
    expected.put("delivery_due", everything + ", freehold_worker: delete select update");
    expected.put("work_item", everything + ", freehold_worker: delete select update");
    expected.put("audit_pending", "freehold_app: delete insert select");
    expected.put("audit_key", "freehold_app: insert select");
    expected.put("audit_own_event", "freehold_app: delete insert select");
    expected.put("audit_origin", "freehold_app: insert select");
    expected.put("audit_head", "freehold_app: insert select update");
    expected.put("checkpoint_copy", everything);
    expected.put("checkpoint_digest", "freehold_app: insert select update");
    expected.put("audit_tree", "freehold_app: insert select update");
    expected.put("audit_tile", "freehold_app: insert select update");
    expected.put("alert_cursor", "freehold_app: insert select update");
    expected.put("alert_rule_set", "freehold_app: insert select update");
    expected.put("audit_leaf", "freehold_app: insert select");
    expected.put("audit_checkpoint", "freehold_app: insert select");
    expected.put("flyway_history", "freehold_app: select");
    expected.put("sealed_event", "freehold_app: select");
    try (Connection connection = Database.asAdministrator()) {
      assertThat(CatalogRules.grants(connection)).isEqualTo(expected);
    }
  }

  @Test
  void theRoleOfTheServerReachesNothingOfAnotherTenant() throws SQLException {
    TestTenant tenant = Fixtures.tenant();
    TestTenant foreign = Fixtures.tenant();
    for (TestTenant one : List.of(tenant, foreign)) {
      String project = one.project();
      one.task(project);
      Upload.text(one.api(), "project_id", project);
      one.apiKey("permissions", List.of("projects:read"));
    }
    try (Connection connection = Database.asAdministrator()) {
      connection.setAutoCommit(false);
      assertThat(new IsolationProbe(connection, tenant.id(), foreign.id()).leaks()).isEmpty();
      connection.rollback();
    }
  }

  @Test
  void everyPoolOfTheServerSignsInAsARoleThatIsBoundByThePolicies() throws SQLException {
    // A refusal is written by a pool of its own, which may have no connection yet.
    Fixtures.tenant().as("viewer").get("/api/admin/api-keys").is(403);
    try (Connection connection = Database.asAdministrator()) {
      assertThat(
              Database.texts(
                  connection,
                  "select distinct application_name || ' as ' || usename from pg_stat_activity"
                      + " where application_name like 'freehold%'"))
          .containsExactlyInAnyOrder(
              "freehold as freehold_app",
              "freehold-refusals as freehold_app",
              "freehold-sealing as freehold_app",
              "freehold-worker as freehold_worker");
    }
  }
}
