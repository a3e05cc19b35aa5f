package org.freehold.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import org.freehold.systemtests.Fixtures;
import org.freehold.systemtests.TestTenant;
import org.junit.jupiter.api.Test;

/** A report is asked for, read and taken along. */
@InTheBrowser
class CompliancePageIT {
  @Test
  void aReportIsMadeReadAndTakenAlong(Visit visit) {
    TestTenant tenant = Fixtures.tenant();
    tenant.user("developer");
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner()).follow("Compliance");
    dashboard.link("New report").click();
    dashboard.dialog().getByLabel("Framework").selectOption("PCI_DSS");
    // Days end in the future while they last, so the period is one that has ended.
    dashboard
        .dialog()
        .getByRole(
            AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Make report").setExact(true))
        .click();
    assertThat(dashboard.page().getByText("The report can be read")).isVisible();
    dashboard.follow("Compliance");
    Locator row = dashboard.row("PCI DSS");
    assertThat(row).containsText("Completed");
    row.getByRole(AriaRole.LINK).click();
    Page page = dashboard.page();
    assertThat(page.getByText("What this report cannot attest")).isVisible();
    assertThat(page.getByText("10.2.1.6")).isVisible();
    Accessibility.holds(page, "a report");
    Download file =
        page.waitForDownload(
            () ->
                page.getByRole(
                        AriaRole.BUTTON, new Page.GetByRoleOptions().setName("CSV").setExact(true))
                    .click());
    assertThat(file.suggestedFilename())
        .startsWith("pci_dss-" + Instant.now().toString().substring(0, 3))
        .endsWith(".csv");
  }
}
