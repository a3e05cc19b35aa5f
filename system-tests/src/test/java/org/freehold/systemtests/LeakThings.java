package org.freehold.systemtests;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One thing of each kind in a tenant, whose ids nobody else may use. */
final class LeakThings {
  private final TestTenant victim;
  private final Map<String, String> ids = new HashMap<>();

  LeakThings(TestTenant victim) {
    this.victim = victim;
  }

  /** The ids by kind, as {@link LeakEndpoints} has their places. */
  Map<String, String> made() {
    String project = victim.project("visibility", "public");
    String team = victim.team();
    String workspace = victim.workspace();
    TestUser user = victim.newUser("developer");
    victim.join(workspace, user, "viewer");
    ids.put("slug", victim.slug());
    ids.put("user", user.id());
    ids.put("team", team);
    ids.put("team_member", victim.joinTeam(team, user));
    ids.put("workspace", workspace);
    ids.put("project", project);
    ids.put("task", victim.task(project));
    ids.put("file", Upload.text(victim.api(), "project_id", project));
    ids.put("session", victim.api().get("/api/auth/sessions").each("id").get(0));
    ids.put("environment", victim.api().get("/api/environments").each("id").get(0));
    JsonObject prepared = Bundles.prepared(victim.api(), "dev", Bundles.table("vault"));
    ids.put("release", prepared.getString("id"));
    ids.put("deployment", prepared.getJsonObject("deployment").getString("id"));
    ids.put("approval", approval(ids.get("release")));
    ids.put("signing_key", signingKey());
    ids.put("endpoint", victim.endpoint("http://127.0.0.1:9/"));
    victim
        .api()
        .post("/api/webhooks/event-types", Body.of("type", "vault.opened", "description", "Ours"))
        .is(201);
    ids.put("event_type", "vault.opened");
    victim.project();
    ids.put("message", firstOf("/api/webhooks/messages"));
    ids.put("delivery", firstOf("/api/webhooks/deliveries"));
    ids.put("replay", victim.api().post("/api/webhooks/replays", "{}").is(202).id());
    victim.api().post("/api/roles", Body.of("name", "vault_keeper")).is(201);
    ids.put("role", "vault_keeper");
    ids.put("assignment", victim.assign("vault_keeper", "user_id", user.id()));
    ids.put("policy", Policies.made(victim.api()));
    ids.put("segment", FlagBodies.segment(victim.api(), "vault-people"));
    ids.put("flag", FlagBodies.made(victim.api(), "vault-flag"));
    ids.put("planned", FlagBodies.planned(victim.api(), "vault-flag"));
    AuthZen point = new AuthZen(victim.api());
    point.type("vault_paper", "read");
    point.thing("vault_paper", "paper-of-the-vault", "{}");
    ids.put("decision_type", "vault_paper");
    ids.put("decision_thing", "paper-of-the-vault");
    ids.put("api_key", victim.apiKey("role", "viewer").id());
    ids.put("portal_link", victim.api().post("/api/webhooks/portal-links", "{}").is(201).id());
    String portal = Body.of("domain", Fixtures.unique("vault") + ".example");
    ids.put("domain", victim.api().post("/api/admin/domains", portal).is(201).id());
    ids.put("plan", plan());
    String forwarding = "/api/audit-logs/forwarding";
    ids.put("destination", victim.api().post(forwarding, LeakEndpoints.DESTINATION).is(201).id());
    // The policy that was made is one.
    ids.put("alert", firstOf("/api/security/alerts"));
    victim.api().put("/api/pages/vault-page", LeakEndpoints.PAGE).is(200);
    ids.put("page", "vault-page");
    ids.put("use", use());
    ids.put("invoice", firstOf("/api/subscription/invoices"));
    ids.put("event", firstOf("/api/audit-logs"));
    String hold = Body.of("name", "Vault", "reason", "A case", "data_class", "job_runs");
    ids.put("hold", victim.api().post("/api/compliance/holds", hold).is(201).id());
    expired();
    ids.put("report", ComplianceDesk.of(victim).made("SOC2").getString("id"));
    ids.put("job", "housekeeping");
    ids.put("run", victim.api().post("/api/jobs/rehearsal/runs", "{}").is(202).id());
    String nightly = Body.of("job", "rehearsal", "cron", "0 3 * * *");
    ids.put("schedule", victim.api().post("/api/jobs/schedules", nightly).is(201).id());
    return ids;
  }

  /** A month that is gone, and its archive. */
  private void expired() {
    ids.put("retention_plan", UUID.randomUUID().toString());
    ids.put("retention_archive", UUID.randomUUID().toString());
    try (Connection superuser = Database.asAdministrator()) {
      Database.run(
          superuser,
          ("insert into tenant.retention_plan (tenant_id, id, data_class, month, events, held, days, status, removed,"
                  + " created_at, version) values ('%s', '%s', 'audit_events', '2012-03-01', 1, 0, 2557, 'removed', 1, now(), 1)")
              .formatted(victim.id(), ids.get("retention_plan")));
      Database.run(
          superuser,
          ("insert into tenant.retention_archive (tenant_id, id, plan_id, first_place, behind, places, events, status,"
                  + " size_bytes, sha256, manifest_sha256, created_at, version) values ('%s', '%s', '%s', 0, 1,"
                  + " '[{\"begin\":0,\"end\":1}]', 1, 'certified', 1, repeat('0', 64), repeat('0', 64), now(), 1)")
              .formatted(victim.id(), ids.get("retention_archive"), ids.get("retention_plan")));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Offered to the victim only. */
  private String plan() {
    String id = Fixtures.unique("vault");
    Fixtures.operator()
        .post(
            "/api/plans",
            Body.of(
                "id",
                id,
                "name",
                "Vault",
                "price",
                Body.json("{\"amount\":5,\"currency\":\"USD\"}"),
                "tenants",
                List.of(victim.slug())))
        .is(201);
    return id;
  }

  private String use() {
    String team = Body.of("team_name", Fixtures.unique("Vault"));
    return Fixtures.operator().post("/api/market/templates/small-team/use", team).is(202).id();
  }

  private String approval(String release) {
    return victim
        .as("manager")
        .post("/api/releases/" + release + "/approve", Body.of("environment", "dev"))
        .is(201)
        .id();
  }

  private String signingKey() {
    return victim
        .api()
        .post(
            "/api/release-signing-keys",
            Body.of("name", "Laptop", "public_key", OfflineVerifier.pem(OfflineVerifier.pair())))
        .is(201)
        .id();
  }

  /** As soon as there is one. */
  private String firstOf(String path) {
    return Await.until(
            Duration.ofSeconds(30), () -> victim.api().get(path).each("id"), ids -> !ids.isEmpty())
        .get(0);
  }
}
