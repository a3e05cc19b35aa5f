package org.freehold.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.freehold.systemtests.Fixtures;
import org.freehold.systemtests.TestTenant;
import org.junit.jupiter.api.Test;

@InTheBrowser
class JobsIT {
  private static final Pattern RUN = Pattern.compile(".*/jobs/runs/[0-9a-f-]{36}");
  private static final LocatorAssertions.ContainsTextOptions UNTIL_DONE =
      new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

  @Test
  void anOperatorStartsAJobAndSeesItToItsEnd(Visit visit) {
    Dashboard dashboard = visit.dashboard().signInAsOperator().follow("Jobs");
    dashboard.link("Start Housekeeping").click();
    dashboard.button("Start").click();

    assertThat(dashboard.page()).hasURL(RUN);
    assertThat(dashboard.page().locator("main header")).containsText("Completed");
    assertThat(dashboard.page().getByLabel("Lines of the log")).containsText("Completed");
    dashboard.link("Runs").click();
    assertThat(dashboard.row("Housekeeping").first()).containsText("Completed");
  }

  @Test
  void aSeedRunIsWatchedLiveToItsEnd(Visit visit) {
    TestTenant tenant = Fixtures.tenant();
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner()).follow("Jobs");
    dashboard.link("Start Demo data").click();
    assertThat(dashboard.field("Tenant slug")).hasValue(tenant.slug());
    dashboard.dialog().getByLabel("Num projects").fill("12");
    dashboard.dialog().getByLabel("Tasks per project").fill("10");
    dashboard.button("Start").click();

    assertThat(dashboard.page()).hasURL(RUN);
    assertThat(dashboard.page().locator("main header")).containsText("Completed", UNTIL_DONE);
    assertThat(dashboard.region("Progress")).containsText("100 %");
    assertThat(dashboard.region("Progress")).containsText("12");
    dashboard.follow("Projects");
    assertThat(dashboard.page().locator("main tbody tr")).hasCount(12);
  }

  @Test
  void aScheduleIsMadeChangedAndDeleted(Visit visit) {
    Dashboard dashboard = visit.dashboard().signInAsOperator().open("jobs/schedules/new");
    dashboard.field("Job").selectOption("housekeeping");
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
    Dashboard dashboard = visit.dashboard().signInAsOperator().open("jobs/schedules/new");
    dashboard.field("Job").selectOption("housekeeping");
    dashboard.field("Times (cron)").fill("whenever it suits");
    dashboard.button("Save").click();

    assertThat(dashboard.field("Times (cron)")).hasAttribute("aria-invalid", "true");
  }

  @Test
  void whoeverMayOnlyLookFindsNothingToStart(Visit visit) {
    TestTenant tenant = Fixtures.tenant();
    Dashboard dashboard = visit.dashboard().signIn(tenant.user("database_admin")).follow("Jobs");

    dashboard.shows("Jobs");
    assertThat(dashboard.page().getByText("Rehearsal", new Page.GetByTextOptions().setExact(true)))
        .isVisible();
    assertThat(dashboard.link("Start Rehearsal")).not().isAttached();
    dashboard.open("jobs/schedules");
    assertThat(dashboard.page().getByText("Nothing is scheduled")).isVisible();
    assertThat(dashboard.link("New schedule")).not().isAttached();
  }
}
