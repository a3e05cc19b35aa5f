package org.freehold.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.freehold.systemtests.Fixtures;
import org.freehold.systemtests.TestTenant;
import org.junit.jupiter.api.Test;

/** The browser verifies what the server proves, and shows what it comes to. */
@InTheBrowser
class AuditProofPageIT {
  @Test
  void anEventIsProvedAndCheckpointsAreCompared(Visit visit) {
    TestTenant tenant = Fixtures.tenant();
    tenant.project();
    tenant.api().get("/api/audit/checkpoint").is(200);
    tenant.project();
    String event = tenant.api().get("/api/audit-logs?limit=1").is(200).each("id").get(0);
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner());
    dashboard.open("audit/proof/" + event);
    Locator verified = region(dashboard, "Verified here");
    assertThat(verified.getByText("Holds", exactly())).hasCount(3);
    assertThat(verified).containsText("it leads to the root over");
    dashboard.open("audit/checkpoints");
    dashboard.button("Sign now").click();
    Locator table = region(dashboard, "Checkpoints");
    assertThat(table.getByText("Verified", exactly()).first()).isVisible();
    assertThat(table.getByText("Continued", exactly())).not().hasCount(0);
    assertThat(table.getByText("Wrong", exactly())).hasCount(0);
    Accessibility.holds(dashboard.page(), "checkpoints");
  }

  private static Locator region(Dashboard dashboard, String name) {
    return dashboard
        .page()
        .getByRole(
            AriaRole.REGION,
            new com.microsoft.playwright.Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }
}
