package org.freehold.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.freehold.systemtests.Fixtures;
import org.freehold.systemtests.TestTenant;
import org.junit.jupiter.api.Test;

/** A policy is looked at before it is changed, and a hold is placed. */
@InTheBrowser
class RetentionPageIT {
  @Test
  void aPolicyIsPreviewedAndChangedAndAHoldIsPlaced(Visit visit) {
    TestTenant tenant = Fixtures.tenant("tier", "enterprise");
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner()).follow("Retention");
    dashboard.link("Job runs").click();
    dashboard.dialog().getByLabel("Days").fill("30");
    button(dashboard, "Preview").click();
    assertThat(dashboard.dialog().getByRole(AriaRole.STATUS)).containsText("With 30 days, 0 from");
    Accessibility.holds(dashboard.page(), "a policy of retention");
    button(dashboard, "Save").click();
    dashboard.tells("Job runs are kept for 30 days.");
    dashboard.link("Legal holds").click();
    dashboard.link("New hold").click();
    dashboard.dialog().getByLabel("Name").fill("Smith");
    dashboard.dialog().getByLabel("Reason").fill("A letter");
    dashboard.dialog().getByLabel("Data").selectOption("security_alerts");
    button(dashboard, "Place hold").click();
    dashboard.tells("Smith holds.");
    assertThat(dashboard.row("Smith")).containsText("Active");
    assertThat(dashboard.row("Smith")).containsText("security alerts");
    Accessibility.holds(dashboard.page(), "legal holds");
  }

  private static Locator button(Dashboard dashboard, String name) {
    return dashboard
        .dialog()
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }
}
