package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Uses that are refused, and what the undoing of one may and may not touch. */
class MarketUndoIT {
  private static final Duration SOON = Duration.ofSeconds(30);

  /**
   * Endpoint, type of events and domain are there when its second page, with the path of the first,
   * is refused.
   */
  private static String lateBreaking(String id, int flags) {
    return Market.template(id, "1.0.0", flags, "tasks:read")
        .replace(
            "\"plan\": \"basic\"",
            "\"plan\": \"basic\", \"entitlements\": {\"custom_domains\": true}")
        .replace(
            "\"webhooks\":",
            """
            "domains": ["app.{{ slug }}.example"],
            "event_types": [{"type": "order.paid", "description": "Paid."}],
            "pages": [{"key": "one", "title": "One", "path": "/same"},
                      {"key": "two", "title": "Two", "path": "/same"}],
            "webhooks":\
            """);
  }

  private static Answer use(String id, String slug) {
    return Fixtures.operator()
        .post(Market.TEMPLATES + "/" + id + "/use", Body.of("slug", slug))
        .is(202);
  }

  private static List<String> column(String sql) throws SQLException {
    try (Connection connection = Database.asAdministrator()) {
      return Database.texts(connection, sql);
    }
  }

  private static List<String> actions(String tenant, String... actions) throws SQLException {
    return column(
        "select distinct action from tenant.audit_event where tenant_id = '"
            + tenant
            + "' and action in ('"
            + String.join("', '", actions)
            + "') order by 1");
  }

  @Test
  void undoingTakesBackWhatReachesOthers() throws SQLException {
    String id = Fixtures.unique("late");
    Fixtures.operator().post(Market.TEMPLATES, lateBreaking(id, 0)).is(201);
    JsonObject use = Market.ended(use(id, Fixtures.unique("late")));
    assertThat(use.getString("status")).isEqualTo("undone");
    assertThat(use.getString("failure")).startsWith("Page Two: ").doesNotContain("kept");
    String tenant = use.getString("tenant_id");
    assertThat(column("select status from control.tenant where id = '" + tenant + "'"))
        .containsExactly("archived");
    assertThat(actions(tenant, "webhook_endpoint.created", "webhook_endpoint.deleted"))
        .containsExactly("webhook_endpoint.created", "webhook_endpoint.deleted");
    assertThat(actions(tenant, "webhook_event_type.created", "webhook_event_type.deleted"))
        .containsExactly("webhook_event_type.created", "webhook_event_type.deleted");
    for (String table :
        List.of("tenant.webhook_endpoint", "tenant.webhook_event_type", "control.tenant_domain")) {
      assertThat(column("select id from " + table + " where tenant_id = '" + tenant + "'"))
          .as(table)
          .isEmpty();
    }
  }

  @Test
  void aTenantThatWasOpenedByHandIsKeptWhole() throws SQLException {
    Api operator = Fixtures.operator();
    String id = Fixtures.unique("kept");
    operator.post(Market.TEMPLATES, lateBreaking(id, 10)).is(201);
    String slug = Fixtures.unique("kept");
    Answer asked = use(id, slug);
    Market.whilePagesWait(
        asked, (held, tenant) -> operator.post("/api/tenants/" + slug + "/activate").is(200));
    JsonObject use = Market.ended(asked);
    assertThat(use.getString("status")).isEqualTo("undone");
    assertThat(use.getString("failure")).startsWith("Page Two: ").contains("it is kept");
    Api admin = Seeds.member(slug, "admin");
    assertThat(admin.get("/api/webhooks/endpoints").is(200).items()).hasSize(1);
    assertThat(admin.get("/api/admin/domains").is(200).each("domain"))
        .containsExactly("app." + slug + ".example");
    assertThat(operator.get(asked.place() + "/logs").is(200).text())
        .contains("it is kept")
        .doesNotContain("the tenant is archived");
  }

  /** Who waits for the lock gets it first; then the page has room for the next node. */
  private static void whenThePageWasRefused(String tenant) throws SQLException {
    try (Connection connection = Database.asAdministrator()) {
      Market.hold(connection, tenant);
      Database.run(
          connection,
          "update tenant.tenant_page set path = '/zero' where key = 'zero' and tenant_id = '"
              + tenant
              + "'");
      connection.commit();
    }
  }

  @Test
  void aNodeThatLostTheRunUndoesNothing() throws SQLException {
    Api operator = Fixtures.operator();
    String id = Fixtures.unique("fenced");
    operator
        .post(
            Market.TEMPLATES,
            lateBreaking(id, 10)
                .replace("\"Two\", \"path\": \"/same\"", "\"Two\", \"path\": \"/two\""))
        .is(201);
    Answer asked = use(id, Fixtures.unique("fenced"));
    Market.whilePagesWait(
        asked,
        (held, tenant) -> {
          Database.run(
              held,
              "insert into tenant.tenant_page values ('"
                  + tenant
                  + "', gen_random_uuid(), 'zero', 'Zero', '/same', null, 1, '{\"sections\":[]}', now(), now(), 0)");
          try (Connection other = Database.asAdministrator()) {
            Database.run(
                other,
                "update tenant.job_run set executions = executions + 1 where id = '"
                    + asked.string("run_id")
                    + "'");
          }
        });
    whenThePageWasRefused(asked.string("tenant_id"));
    JsonObject use = Market.ended(asked);
    assertThat(use.getString("status")).as(use.toString()).isEqualTo("made");
  }

  @Test
  void somebodyWhoWasThereBeforeGetsNoPassword() {
    Api operator = Fixtures.operator();
    String id = Fixtures.unique("known");
    String template =
        Market.template(id, "1.0.0", 0, "tasks:read")
            .replace("admin@{{ slug }}.example", "{{ email }}")
            .replace("\"properties\": {", "\"properties\": {\"email\": {\"type\": \"string\"}, ");
    operator.post(Market.TEMPLATES, template).is(201);
    String invited = Fixtures.unique("invited") + "@people.example";
    Fixtures.tenant().api().post("/api/users", Body.of("email", invited, "name", "I")).is(201);
    for (String email : List.of(invited, Fixtures.unique("new") + "@people.example")) {
      String slug = Fixtures.unique("known");
      String request = Body.of("slug", slug, "email", email);
      Market.made(operator.post(Market.TEMPLATES + "/" + id + "/use", request));
      Answer in = Fixtures.nobody().in(slug).login(email, Installation.demoPassword());
      if (email.equals(invited)) {
        in.isProblem(401, "invalid_credentials");
      } else {
        in.is(200);
      }
    }
  }

  @Test
  void whatCouldNotBeMadeOrUndoneIsRefusedAtOnce() {
    Api operator = Fixtures.operator();
    String slug = Fixtures.unique("refused");
    String plans =
        """
        [{"id": "basic", "limits": {"": 1}},
         {"id": "pro", "limits": {"%s": 1}},
         {"id": "gold", "price": 5, "features": [%s]}]
        """
            .formatted(
                "m".repeat(65),
                String.join(",", Collections.nCopies(50, "\"" + "f".repeat(200) + "\"")));
    assertThat(refused(operator, slug, plans))
        .hasSize(3)
        .anyMatch(fault -> fault.startsWith("/plans/0/limits"))
        .anyMatch(fault -> fault.startsWith("/plans/1/limits"))
        .contains("/plans/2/features size");
    assertThat(refused(operator, slug, "[{\"id\": \"basic\", \"limits\": {\"seats\": 5}}]"))
        .hasSize(1)
        .allMatch(fault -> fault.startsWith("/plans/0/limits"));
    String id = Fixtures.unique("nowhere");
    String template =
        Market.template(id, "1.0.0", 0, "tasks:read")
            .replace("http://127.0.0.1", "ftp://127.0.0.1")
            .replace("\"webhooks\":", "\"event_types\": [%s], \"webhooks\":");
    String type = "{\"type\": \"%s\", \"description\": \"D\"}";
    for (String version : List.of("1.0.0", "1.1.0")) {
      String name = version.equals("1.0.0") ? "order.paid" : "project.exploded";
      String one = template.formatted(type.formatted(name)).replace("1.0.0", version);
      operator.post(Market.TEMPLATES, one).is(201);
    }
    String place = Market.TEMPLATES + "/" + id + "/use";
    Answer nowhere = operator.post(place + "?version=1.0.0", Body.of("slug", slug));
    assertThat(nowhere.isProblem(400, "invalid").faults()).containsExactly(" template_scheme");
    Answer reserved = operator.post(place, Body.of("slug", slug));
    assertThat(reserved.isProblem(400, "invalid").faults()).containsExactly(" template_reserved");
    operator.get("/api/tenants/" + slug).isProblem(404, "not_found");
  }

  private static List<String> refused(Api operator, String slug, String plans) {
    String request =
        Body.of("company_name", "R", "demo_tenant_slug", slug, "plans", Body.json(plans));
    return operator.post(Market.ENTERPRISE, request).isProblem(400, "invalid").faults();
  }

  @Test
  void whoeverMayOpenNoTenantsAndMakeNoPlansHasNoneMade() {
    String slug = Fixtures.unique("clerk");
    String own =
        Body.of(
            "company_name",
            "C",
            "demo_tenant_slug",
            slug,
            "plans",
            Body.json("[{\"id\": \"mine\", \"price\": 5}]"));
    clerk("templates:write", "tenants:write")
        .post(Market.ENTERPRISE, Market.request(slug, false))
        .isProblem(403, "permission_required");
    clerk("templates:write", "tenants:write", "tenants:admin")
        .post(Market.ENTERPRISE, own)
        .isProblem(403, "permission_required");
    Fixtures.operator().get("/api/tenants/" + slug).isProblem(404, "not_found");
  }

  /** Somebody of the platform who may do so much. */
  private static Api clerk(String... grants) {
    String role = Fixtures.unique("clerk");
    Api operator = Fixtures.operator();
    operator.post("/api/roles", Body.of("name", role, "grants", List.of(grants))).is(201);
    String email = role + "@platform.example";
    String person =
        Body.of("email", email, "name", role, "role", role, "password", TestTenant.PASSWORD);
    operator.post("/api/users", person).is(201);
    return Fixtures.nobody().in("platform").signedIn(email, TestTenant.PASSWORD);
  }
}
