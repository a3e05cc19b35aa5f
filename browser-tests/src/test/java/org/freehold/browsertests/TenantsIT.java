package org.freehold.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.freehold.systemtests.Fixtures;
import org.freehold.systemtests.TestTenant;
import org.junit.jupiter.api.Test;

/** What an operator of the platform does with tenants. */
@InTheBrowser
class TenantsIT {
  private static final String OWNER_PASSWORD = TestTenant.PASSWORD;

  @Test
  void aTenantIsMadeSuspendedAndResumedAndItsOwnerWorksInIt(Visit visit) {
    String slug = Fixtures.unique("harbour");
    Dashboard dashboard = visit.dashboard().signInAsOperator().follow("Tenants");
    assertThat(dashboard.page().locator("tbody tr").first()).isVisible();
    Accessibility.holds(dashboard.page(), "tenants");
    dashboard.link("New tenant").click();
    Locator form = dashboard.dialog();
    Accessibility.holds(dashboard.page(), "tenants/new");
    form.getByLabel("Name").first().fill("Harbour " + slug);
    form.getByLabel("Short name").first().fill(slug);
    form.getByLabel("Tier").selectOption("professional");
    form.getByLabel("Owner’s email").fill(slug + "@owners.example");
    form.getByLabel("Owner’s first password").fill(OWNER_PASSWORD);
    dashboard.button("Make tenant").click();
    dashboard.tells("Harbour " + slug + " was made.");

    move(dashboard, "Activate", slug, "active");
    move(dashboard, "Suspend", slug, "suspended");
    assertThat(dashboard.row(slug)).containsText("Suspended");
    move(dashboard, "Resume", slug, "active");

    dashboard.button("Sign out").click();
    dashboard.enter(slug + "@owners.example", OWNER_PASSWORD);
    dashboard.shows("Harbour " + slug);
    assertThat(dashboard.link("Tenants")).not().isAttached();
  }

  @Test
  void aShortNameThatIsTakenIsTold(Visit visit) {
    TestTenant tenant = Fixtures.tenant();
    visit.watch().expect(409, "POST", "/api/tenants");
    Dashboard dashboard = visit.dashboard().signInAsOperator().open("tenants/new");
    Locator form = dashboard.dialog();
    form.getByLabel("Name").first().fill("Again");
    form.getByLabel("Short name").first().fill(tenant.slug());
    form.getByLabel("Owner’s email").fill(tenant.owner().email());
    dashboard.button("Make tenant").click();

    assertThat(form.getByRole(AriaRole.ALERT)).isVisible();
  }

  @Test
  void somebodyElseIsToldWhoMayStartTenants(Visit visit) {
    TestTenant tenant = Fixtures.tenant();
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner()).open("tenants");

    assertThat(dashboard.page().getByRole(AriaRole.ALERT)).containsText("tenants:admin");
  }

  private static void move(Dashboard dashboard, String action, String slug, String status) {
    dashboard.button(action + " Harbour " + slug).click();
    dashboard
        .dialog()
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(action).setExact(true))
        .click();
    dashboard.tells("Harbour " + slug + " is " + status + " now.");
  }
}
