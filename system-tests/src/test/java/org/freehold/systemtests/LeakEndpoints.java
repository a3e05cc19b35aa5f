package org.freehold.systemtests;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All calls that take ids: a new one is listed here. */
final class LeakEndpoints {
  static final String UNKNOWN = "00000000-0000-7000-8000-00000000abcd";
  static final String DESTINATION =
      Body.of("name", "SIEM", "kind", "https", "address", "https://siem.example/");

  static final String PAGE = "{\"title\":\"Vault\",\"path\":\"/vault\"}";

  private LeakEndpoints() {}

  static Stream<LeakEndpoint> inside() {
    List<LeakEndpoint> all = new ArrayList<>();
    add(all, "/api/tenants/{slug}", "GET", "PATCH {}");
    add(all, "/api/tenants/{slug}/access-rules", "GET", "PUT {}", "PATCH {}");
    add(
        all,
        "/api/users/{user}",
        "GET",
        "PUT {\"email\":\"a@b.example\",\"name\":\"N\"}",
        "PATCH {}");
    add(all, "/api/teams/{team}", "GET", "PUT {\"name\":\"N\"}", "PATCH {}");
    add(all, "/api/teams/{team}/members", "GET");
    add(all, "/api/team-members/{team_member}", "GET", "DELETE");
    add(
        all,
        "/api/workspaces/{workspace}",
        "GET",
        "PUT {\"slug\":\"nn\",\"name\":\"N\"}",
        "PATCH {}");
    add(
        all,
        "/api/workspaces/{workspace}/members",
        "GET",
        "POST {\"user_id\":\"" + UNKNOWN + "\"}");
    add(all, "/api/workspaces/{workspace}/members/{user}", "GET", "DELETE");
    add(all, "/api/projects/{project}", "GET", "PUT {\"name\":\"N\"}", "PATCH {}");
    add(all, "/api/projects/{project}/tasks", "GET");
    add(all, "/api/projects/{project}/audit-logs", "GET");
    add(all, "/api/projects/{project}/files", "GET");
    add(all, "/api/audit-logs/{event}/proof", "GET");
    add(all, "/api/compliance/retention-plans/{retention_plan}", "GET");
    add(all, "/api/compliance/retention-plans/{retention_plan}/approve", "POST {}");
    add(all, "/api/compliance/retention-plans/{retention_plan}/reject", "POST {}");
    add(all, "/api/compliance/retention-archives/{retention_archive}", "GET");
    add(all, "/api/compliance/retention-archives/{retention_archive}/content", "GET");
    add(all, "/api/compliance/holds/{hold}", "GET");
    add(all, "/api/compliance/holds/{hold}/release", "POST {\"reason\":\"Over\"}");
    add(all, "/api/compliance/reports/{report}", "GET", "DELETE");
    add(all, "/api/compliance/reports/{report}/document", "GET");
    add(all, "/api/compliance/reports/{report}/download", "GET");
    add(all, "/api/files/{file}", "GET", "DELETE");
    add(all, "/api/files/{file}/content", "GET");
    add(
        all,
        "/api/tasks/{task}",
        "GET",
        "PUT {\"project_id\":\"" + UNKNOWN + "\",\"title\":\"T\"}",
        "PATCH {}");
    add(all, "/api/jobs/{job}/runs", "GET", "POST {}");
    add(all, "/api/jobs/runs/{run}", "GET");
    add(all, "/api/jobs/runs/{run}/logs", "GET");
    add(all, "/api/jobs/runs/{run}/events", "GET");
    add(all, "/api/jobs/runs/{run}/stop", "POST");
    add(all, "/api/jobs/runs/{run}/restart", "POST");
    add(all, "/api/jobs/runs/{run}/abandon", "POST");
    add(all, "/api/jobs/schedules/{schedule}", "GET", "PATCH {}", "DELETE");
    add(all, "/api/roles/{role}", "GET", "PUT {\"name\":\"nn\"}", "PATCH {}", "DELETE");
    add(all, "/api/role-assignments/{assignment}", "GET", "DELETE");
    add(all, "/api/policies/{policy}", "GET", "PUT " + Policies.body(), "PATCH {}", "DELETE");
    add(all, "/api/flags/{flag}", "GET", "PUT " + FlagBodies.flag("vault-flag"), "DELETE");
    add(all, "/api/flags/{flag}/history", "GET");
    add(all, "/api/flags/{flag}/undo", "POST {}");
    add(all, "/api/flags/{flag}/toggle", "POST {\"enabled\":false}");
    add(all, "/api/flags/{flag}/evaluate", "POST {\"context\":{\"targetingKey\":\"a\"}}");
    add(all, "/api/flags/{flag}/schedule", "GET", "POST " + FlagBodies.plan());
    add(all, "/api/flags/{flag}/schedule/{planned}", "DELETE");
    add(all, "/api/flags/segments/{segment}", "GET", "PUT {\"key\":\"vault-people\"}", "DELETE");
    add(all, "/api/access/types/{decision_type}", "GET", "DELETE");
    add(all, "/api/access/things/{decision_type}/{decision_thing}", "GET", "DELETE");
    add(all, "/api/admin/domains/{domain}", "GET");
    add(all, "/api/admin/domains/{domain}/verify", "POST");
    add(all, "/api/admin/domains/{domain}", "DELETE");
    add(all, "/api/admin/api-keys/{api_key}", "GET", "PATCH {}", "DELETE");
    add(all, "/api/admin/api-keys/{api_key}/usage", "GET");
    add(all, "/api/admin/api-keys/{api_key}/rotate", "POST {}");
    add(all, "/api/projects/{project}/environments", "GET");
    add(all, "/api/projects/{project}/releases", "GET");
    add(all, "/api/environments/{environment}/deployments", "GET");
    add(all, "/api/releases/{release}", "GET");
    for (String part :
        List.of("plan", "manifest", "rollback-preview", "log", "log/events", "deployments")) {
      add(all, "/api/releases/{release}/" + part, "GET");
    }
    add(all, "/api/releases/{release}/deployments/{deployment}", "GET");
    add(all, "/api/releases/{release}/deployments/{deployment}/gates", "GET");
    add(all, "/api/releases/{release}/approvals", "GET");
    add(all, "/api/releases/{release}/approvals/{approval}", "GET");
    add(all, "/api/releases/{release}/approvals/{approval}/envelope", "GET");
    add(all, "/api/releases/{release}/statement?environment=dev", "GET");
    add(all, "/api/releases/{release}/approve", "POST {\"environment\":\"dev\"}");
    add(all, "/api/releases/{release}/reject", "POST {\"environment\":\"dev\"}");
    add(all, "/api/release-signing-keys/{signing_key}", "GET", "DELETE");
    add(all, "/api/subscription/invoices/{invoice}", "GET");
    add(all, "/api/plans/{plan}", "GET");
    add(all, "/api/pages/{page}", "GET", "DELETE");
    add(all, "/api/environments/{environment}", "GET", "PATCH {}", "DELETE");
    add(all, "/api/environments/{environment}/drift", "GET", "POST");
    add(all, "/api/audit-logs/forwarding/{destination}", "GET", "PUT " + DESTINATION, "DELETE");
    add(all, "/api/audit-logs/forwarding/{destination}/pause", "POST");
    add(all, "/api/audit-logs/forwarding/{destination}/resume", "POST");
    add(all, "/api/security/alerts/{alert}", "GET");
    add(all, "/api/security/alerts/{alert}/acknowledge", "POST {}");
    add(all, "/api/security/alerts/{alert}/resolve", "POST {}");
    add(all, "/api/webhooks/endpoints/{endpoint}", "GET", "PATCH {}", "DELETE");
    add(all, "/api/webhooks/endpoints/{endpoint}/secret", "POST");
    add(all, "/api/webhooks/portal-links/{portal_link}", "GET", "DELETE");
    add(all, "/api/webhooks/endpoints/{endpoint}/test", "POST");
    add(all, "/api/webhooks/endpoints/{endpoint}/consent", "POST");
    add(all, "/api/webhooks/event-types/{event_type}", "GET", "PATCH {}", "DELETE");
    add(all, "/api/webhooks/messages/{message}", "GET");
    add(all, "/api/webhooks/deliveries/{delivery}", "GET");
    add(all, "/api/webhooks/deliveries/{delivery}/replay", "POST");
    add(all, "/api/webhooks/replays/{replay}", "GET");
    add(all, "/api/webhooks/replays/{replay}/cancel", "POST");
    add(all, "/api/auth/sessions/{session}", "DELETE");
    return all.stream();
  }

  /** Those that make what they name: another tenant's name is as good as any. */
  static Stream<LeakEndpoint> naming() {
    return Stream.of(
        new LeakEndpoint("PUT", "/api/pages/{page}", PAGE),
        new LeakEndpoint("PUT", "/api/access/types/{decision_type}", "{\"actions\":[\"read\"]}"),
        new LeakEndpoint("PUT", "/api/access/things/{decision_type}/{decision_thing}", "{}"));
  }

  /** Those that only the platform may call answer 403, whatever the slug. */
  static Stream<LeakEndpoint> ofThePlatform() {
    LeakEndpoint plan =
        new LeakEndpoint(
            "PUT",
            "/api/plans/{plan}",
            "{\"name\":\"Mine\",\"price\":{\"amount\":0,\"currency\":\"USD\"}}");
    return Stream.concat(
        Stream.of("activate", "suspend", "archive", "resume")
            .map(step -> new LeakEndpoint("POST", "/api/tenants/{slug}/" + step, "")),
        Stream.of(
            plan,
            new LeakEndpoint("GET", "/api/market/uses/{use}", ""),
            new LeakEndpoint("PUT", "/api/billing/stripe/prices/{plan}", "{\"price\":\"price_1\"}"),
            new LeakEndpoint("DELETE", "/api/billing/stripe/prices/{plan}", ""),
            new LeakEndpoint("GET", "/api/market/uses/{use}/upgrade", ""),
            new LeakEndpoint("POST", "/api/market/uses/{use}/upgrade", "")));
  }

  private static void add(List<LeakEndpoint> all, String path, String... methodsAndBodies) {
    for (String one : methodsAndBodies) {
      String[] parts = one.split(" ", 2);
      all.add(new LeakEndpoint(parts[0], path, parts.length == 1 ? "" : parts[1]));
    }
  }
}
