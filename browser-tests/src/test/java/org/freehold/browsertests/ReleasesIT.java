package org.freehold.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.freehold.systemtests.Fixtures;
import org.freehold.systemtests.ReleaseDesk;
import org.freehold.systemtests.TestTenant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A release on its way through the environments, seen and steered on the screen. */
@InTheBrowser
class ReleasesIT {
  private static final String BUNDLE = "Bundle (JSON)";
  private static final LocatorAssertions.ContainsTextOptions UNTIL_DONE =
      new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
  private static final Pattern RELEASE = Pattern.compile(".*/releases/rel_\\d+_\\d+[^/]*");

  private TestTenant tenant;
  private ReleaseDesk desk;

  @BeforeEach
  void makeATenant() {
    tenant = Fixtures.tenant();
    desk = new ReleaseDesk(tenant.api());
  }

  @Test
  void aReleaseIsPreparedPromotedSeenLiveAndUndone(Visit visit) {
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner()).follow("Releases");
    assertThat(stage(dashboard, "dev")).containsText("Nothing was released here yet.");
    Accessibility.holds(dashboard.page(), "the empty board");
    dashboard.link("Prepare a release").click();
    dashboard.field(BUNDLE).fill(ReleaseDesk.TEST_TABLE);
    dashboard.button("Prepare").click();

    assertThat(dashboard.page()).hasURL(RELEASE);
    assertThat(dashboard.region("Plan")).containsText("test_table");
    assertThat(dashboard.region("Dry run")).containsText("Down gives back what was there before");
    Accessibility.holds(dashboard.page(), "a planned release");
    dashboard.link("Promote to dev").click();
    dashboard.button("Promote").click();
    Locator places = dashboard.page().getByLabel("Environments", exactly());
    assertThat(places).containsText("Live", UNTIL_DONE);
    assertThat(dashboard.page().getByLabel("Lines of the log")).isVisible();
    dashboard.follow("Releases");
    assertThat(stage(dashboard, "dev")).containsText("Live");
    assertThat(stage(dashboard, "dev")).containsText("Prepare for staging");

    stage(dashboard, "dev").getByRole(AriaRole.LINK).filter(withText("rel_")).click();
    dashboard.link("Roll back").click();
    Locator accept = dashboard.dialog().getByRole(AriaRole.CHECKBOX);
    assertThat(dashboard.dialog().getByRole(AriaRole.BUTTON).filter(withText("Roll back")))
        .isVisible();
    if (accept.isVisible()) {
      accept.check();
    }
    dashboard.button("Roll back").click();
    assertThat(places).containsText("Rolled back", UNTIL_DONE);
    Accessibility.holds(dashboard.page(), "a release that was undone");
  }

  @Test
  void aFaultOfTheBundleIsToldAtItsLine(Visit visit) {
    visit.watch().expect(400, "POST", "/api/releases/prepare");
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner()).open("releases/new");
    dashboard.field(BUNDLE).fill("{\"database\": ");
    assertThat(dashboard.dialog()).containsText("This is no JSON.");
    dashboard.field(BUNDLE).fill(ReleaseDesk.TEST_TABLE.replace("varchar(255)", "varchr"));
    dashboard.button("Prepare").click();

    assertThat(dashboard.dialog().getByLabel("What was found"))
        .containsText("/database/changes/0/columns/1/type");
    dashboard.button("Line 3").click();
    assertThat(dashboard.field(BUNDLE)).isFocused();
  }

  @Test
  void productionIsPromotedOnlyAfterSomebodyElseApproved(Visit visit) {
    visit.watch().expect(409, "POST", "/api/releases/promote");
    String release = desk.prepare(ReleaseDesk.TEST_TABLE, "dev");
    desk.promoted(release, "dev", "live");
    desk.prepareAlso(release, "staging");
    desk.promoted(release, "staging", "live");
    desk.prepareAlso(release, "production");
    Dashboard dashboard =
        visit
            .dashboard()
            .signIn(tenant.owner())
            .open("releases/" + release + "?environment=production");
    assertThat(dashboard.region("Approvals")).containsText("0 of 1 given");
    dashboard.link("Promote to production").click();
    dashboard.button("Promote").click();
    assertThat(dashboard.dialog().getByRole(AriaRole.ALERT)).containsText("approval");
    new ReleaseDesk(tenant.as("manager")).approve(release, "production").is(201);
    dashboard.button("Promote").click();
    assertThat(dashboard.page().getByLabel("Environments", exactly()))
        .containsText("production Live", UNTIL_DONE);
    assertThat(dashboard.region("Approvals")).containsText("Looked at the plan");
  }

  @Test
  void whatAnEnvironmentAsksForIsChanged(Visit visit) {
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner()).follow("Environments");
    dashboard.row("staging").getByRole(AriaRole.LINK).first().click();
    dashboard.shows("staging");
    dashboard.link("Edit").click();
    dashboard.field("Soak, in minutes").fill("90");
    dashboard.button("Each week").click();
    dashboard.dialog().getByLabel("Reason").fill("Nobody is there");
    Accessibility.holds(dashboard.page(), "an environment in its form");
    dashboard.button("Save").click();
    dashboard.tells("staging was saved.");

    assertThat(dashboard.region("What it asks for")).containsText("1 h 30 min");
    assertThat(dashboard.region("What it asks for")).containsText("Friday 16:00 until Monday");
    dashboard.button("Check now").click();
    assertThat(dashboard.region("As released?")).containsText("checked");
    Accessibility.holds(dashboard.page(), "an environment");
  }

  @Test
  void whoMayOnlyReadFindsNothingToPress(Visit visit) {
    String release = desk.prepare(ReleaseDesk.TEST_TABLE, "dev");
    Dashboard dashboard = visit.dashboard().signIn(tenant.user("viewer")).follow("Releases");
    assertThat(stage(dashboard, "dev")).containsText(release);
    assertThat(dashboard.link("Prepare a release")).not().isAttached();
    dashboard.open("releases/" + release);
    assertThat(dashboard.region("Plan")).containsText("test_table");
    assertThat(dashboard.link("Promote to dev")).not().isAttached();
    assertThat(dashboard.link("Approve")).not().isAttached();
  }

  private static Locator stage(Dashboard dashboard, String name) {
    return dashboard
        .page()
        .getByLabel("Environments in their order")
        .getByRole(AriaRole.LISTITEM, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  private static Locator.FilterOptions withText(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
