package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

/** The templates that there are, and what they ask. */
class MarketShelfIT {
  @Test
  void templatesAreListedAndAVersionNeverChanges() {
    Api operator = Fixtures.operator();
    TestTenant tenant = Fixtures.tenant();
    assertThat(tenant.as("manager").get(Market.TEMPLATES).is(200).each("id"))
        .contains("enterprise-stack", "small-team");
    tenant.as("viewer").get(Market.TEMPLATES).isProblem(403, "permission_required");
    String id = Fixtures.unique("shelf");
    String first = Market.template(id, "1.9.0", 0, "tasks:read");
    tenant.api().post(Market.TEMPLATES, first).isProblem(403, "platform_only");
    Answer added = operator.post(Market.TEMPLATES, first).is(201);
    assertThat(added.string("origin")).isEqualTo("uploaded");
    operator.post(Market.TEMPLATES, first).isProblem(409, "template_version_taken");
    operator.post(Market.TEMPLATES, Market.template(id, "1.10.0", 1, "tasks:read")).is(201);
    JsonObject newest = operator.get(Market.TEMPLATES + "/" + id).is(200).json();
    assertThat(newest.getString("version")).isEqualTo("1.10.0");
    assertThat(newest.getJsonArray("versions").toString()).isEqualTo("[\"1.10.0\",\"1.9.0\"]");
    assertThat(operator.get(Market.TEMPLATES + "/" + id + "?version=1.9.0").string("digest"))
        .isEqualTo(added.string("digest"));
    String versions = Market.TEMPLATES + "/" + id + "/versions/";
    tenant.api().delete(versions + "1.9.0").isProblem(403, "platform_only");
    operator.delete(versions + "1.9.0").is(204);
    operator.delete(versions + "1.9.0").isProblem(404, "not_found");
    operator
        .delete(Market.TEMPLATES + "/enterprise-stack/versions/1.0.0")
        .isProblem(409, "template_shipped");
    assertThat(operator.post(Market.TEMPLATES, "{\"id\":\"x\"}").isProblem(400, "invalid").faults())
        .contains("/content required", "/id pattern");
    assertThat(
            Fixtures.nobody().get("/api/schemas/template.json").is(200).json().getString("title"))
        .isEqualTo("Template of a tenant");
  }

  @Test
  void answersAreCheckedBeforeAnythingIsMade() {
    Api operator = Fixtures.operator();
    String wrong =
        """
        {"primary_color": "blue", "webhook_url": 7, "demo_seed": true, "demo_projects": 0,
         "colour": 1, "plans": [{"id": "basic"}]}
        """;
    assertThat(operator.post(Market.ENTERPRISE, wrong).isProblem(400, "invalid").faults())
        .contains(
            "/colour unknown_field",
            "/company_name required",
            "/primary_color pattern",
            "/demo_projects minimum")
        .doesNotContain("/webhook_url type");
    TestTenant tenant = Fixtures.tenant();
    String taken = Market.request(tenant.slug(), false);
    operator.post(Market.ENTERPRISE, taken).isProblem(409, "slug_taken");
    tenant.api().post(Market.ENTERPRISE, taken).isProblem(403, "platform_only");
    String plans = "[{\"id\":\"basic\"},{\"id\":\"basic\"},{\"id\":\"gold\"}]";
    String twice =
        Body.of("company_name", "C", "demo_tenant_slug", "c-c", "plans", Body.json(plans));
    assertThat(operator.post(Market.ENTERPRISE, twice).isProblem(400, "invalid").faults())
        .containsExactly("/plans/1/id twice", "/plans/2/price required");
    String endless =
        Body.of("company_name", "C", "plans", Body.json("[{\"id\":\"gold\",\"price\":1e400}]"));
    assertThat(operator.post(Market.ENTERPRISE, endless).isProblem(400, "invalid").faults())
        .containsExactly("/plans/0/price type");
    operator.post(Market.TEMPLATES + "/no-such/use", "{}").isProblem(404, "not_found");
    tenant.api().get("/api/market/uses").isProblem(403, "platform_only");
  }
}
