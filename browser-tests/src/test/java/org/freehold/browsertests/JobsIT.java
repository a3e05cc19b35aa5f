package org.freehold.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.freehold.systemtests.Fixtures;
import org.freehold.systemtests.Installation;
import org.freehold.systemtests.TestTenant;
import org.junit.jupiter.api.Test;

@InTheBrowser
class JobsIT {

  @Test
  void anOperatorStartsAJobAndSeesItToItsEnd(Visit visit) {
    Dashboard dashboard = asOperator(visit).follow("Jobs");
    dashboard.link("Start Housekeeping").click();
    dashboard.button("Start").click();

    assertThat(dashboard.page()).hasURL(Pattern.compile(".*/jobs/runs/[0-9a-f-]{36}"));
    assertThat(dashboard.page().locator("main header")).containsText("Completed");
    assertThat(dashboard.page().getByLabel("Lines of the log")).containsText("Completed");
    dashboard.link("Runs").click();
    assertThat(dashboard.row("Housekeeping").first()).containsText("Completed");
  }

  @Test
  void aScheduleIsMadeChangedAndDeleted(Visit visit) {
    Dashboard dashboard = asOperator(visit).open("jobs/schedules/new");
    dashboard.field("Times (cron)").fill("15 4 * * 1");
    assertThat(dashboard.dialog()).containsText("At 04:15, on Mondays.");
    dashboard.button("Save").click();
    dashboard.row("15 4 * * 1").getByRole(AriaRole.LINK).click();
    dashboard.field("Times (cron)").fill("45 4 * * 1-5");
    dashboard.button("Save").click();
    assertThat(dashboard.row("45 4 * * 1-5")).containsText("At 04:45, Monday to Friday");

    dashboard.row("45 4 * * 1-5").getByRole(AriaRole.LINK).click();
    dashboard.button("Delete").click();

    assertThat(dashboard.row("45 4 * * 1-5")).not().isAttached();
  }

  @Test
  void timesThatAreNoneAreToldAtTheirField(Visit visit) {
    visit.watch().expect(400, "POST", "/api/jobs/schedules");
    Dashboard dashboard = asOperator(visit).open("jobs/schedules/new");
    dashboard.field("Times (cron)").fill("whenever it suits");
    dashboard.button("Save").click();

    assertThat(dashboard.field("Times (cron)")).hasAttribute("aria-invalid", "true");
  }

  @Test
  void whoeverMayOnlyLookFindsNothingToStart(Visit visit) {
    TestTenant tenant = Fixtures.tenant();
    Dashboard dashboard = visit.dashboard().signIn(tenant.user("database_admin")).follow("Jobs");

    dashboard.shows("Jobs");
    assertThat(dashboard.button("Start")).not().isAttached();
    dashboard.open("jobs/schedules");
    assertThat(dashboard.page().getByText("Nothing is scheduled")).isVisible();
    assertThat(dashboard.link("New schedule")).not().isAttached();
  }

  private static Dashboard asOperator(Visit visit) {
    Dashboard dashboard =
        visit
            .dashboard()
            .signIn(Installation.administratorEmail(), Installation.administratorPassword());
    dashboard.field("Tenant").selectOption("platform");
    dashboard.shows("Platform");
    return dashboard;
  }
}
