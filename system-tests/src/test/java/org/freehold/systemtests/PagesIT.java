package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PagesIT {
  private static final String HELP =
      "{\"title\":\"Help\",\"path\":\"/help\",\"position\":20,"
          + "\"sections\":[{\"heading\":\"Whom to ask\",\"text\":\"Ada\"}]}";

  @Test
  void aTenantKeepsItsPagesAndEverybodyInItSeesThem() {
    TestTenant tenant = Fixtures.tenant();
    Answer made = tenant.api().put("/api/pages/help", HELP).is(200);
    tenant
        .api()
        .put("/api/pages/home", "{\"title\":\"Home\",\"path\":\"/\",\"position\":10}")
        .is(200);
    assertThat(tenant.as("viewer").get("/api/pages").is(200).each("key"))
        .containsExactly("home", "help");
    assertThat(tenant.as("viewer").get("/api/pages/help").is(200).text()).contains("Whom to ask");
    tenant.as("manager").put("/api/pages/help", HELP).isProblem(403, "permission_required");
    tenant.as("manager").delete("/api/pages/help").isProblem(403, "permission_required");
    tenant.api().with("If-Match", "\"77\"").put("/api/pages/help", HELP).isProblem(412, "stale");
    Answer changed =
        tenant
            .api()
            .with("If-Match", made.etag())
            .put("/api/pages/help", "{\"title\":\"Help!\",\"path\":\"/help\"}")
            .is(200);
    assertThat(changed.json().getJsonArray("sections")).isEmpty();
    assertThat(
            tenant
                .api()
                .put("/api/pages/other", "{\"title\":\"O\",\"path\":\"/help\"}")
                .isProblem(400, "invalid")
                .faults())
        .containsExactly("/path taken");
    assertThat(tenant.api().put("/api/pages/Other", HELP).isProblem(400, "invalid").faults())
        .containsExactly("key format");
    tenant.api().delete("/api/pages/help").is(204);
    tenant.api().get("/api/pages/help").isProblem(404, "not_found");
    assertThat(tenant.api().get("/api/audit-logs?action=page.saved&success=true").items())
        .hasSize(3);
  }
}
