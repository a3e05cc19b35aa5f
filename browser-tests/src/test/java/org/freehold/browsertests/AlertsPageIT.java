package org.freehold.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import org.freehold.systemtests.Await;
import org.freehold.systemtests.Fixtures;
import org.freehold.systemtests.TestTenant;
import org.junit.jupiter.api.Test;

/** An alert is looked at, acknowledged and resolved, and the rules are changed. */
@InTheBrowser
class AlertsPageIT {
  @Test
  void anAlertIsHandledAndTheRulesAreChanged(Visit visit) {
    TestTenant tenant = Fixtures.tenant();
    tenant.newUser("tenant_admin");
    Await.until(
        Duration.ofSeconds(60),
        () -> tenant.api().get("/api/security/alerts").is(200).items(),
        alerts -> !alerts.isEmpty());
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner()).follow("Alerts");
    dashboard.row("Privilege escalation").getByRole(AriaRole.LINK).click();
    assertThat(dashboard.dialog()).containsText("Somebody was given a role that may give roles.");
    Accessibility.holds(dashboard.page(), "an alert");
    button(dashboard, "Acknowledge").click();
    dashboard.tells("The alert is acknowledged.");
    dashboard.dialog().getByLabel("Comment").fill("We meant it");
    button(dashboard, "Resolve").click();
    dashboard.tells("The alert is resolved.");
    assertThat(dashboard.dialog()).containsText("We meant it");
    dashboard.page().keyboard().press("Escape");
    dashboard.link("Rules").click();
    Accessibility.holds(dashboard.page(), "rules for alerts");
    dashboard.dialog().getByLabel("Refusals: how many").fill("25");
    dashboard.dialog().getByLabel("Unusual hours").uncheck();
    button(dashboard, "Save").click();
    dashboard.tells("The rules were saved.");
    org.assertj.core.api.Assertions.assertThat(
            tenant
                .api()
                .get("/api/security/alert-rules")
                .is(200)
                .json()
                .getJsonObject("refusals")
                .getInt("threshold"))
        .isEqualTo(25);
  }

  private static Locator button(Dashboard dashboard, String name) {
    return dashboard
        .dialog()
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }
}
