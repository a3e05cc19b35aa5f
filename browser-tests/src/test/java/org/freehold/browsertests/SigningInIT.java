package org.freehold.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.freehold.systemtests.Body;
import org.freehold.systemtests.Fixtures;
import org.freehold.systemtests.TestTenant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@InTheBrowser
class SigningInIT {
  private static TestTenant tenant;

  @BeforeAll
  static void makeATenant() {
    tenant = Fixtures.tenant("name", "Hanseatic Works");
  }

  @Test
  void whoeverSignsInSeesTheFiguresOfTheirTenant(Visit visit) {
    tenant.project("name", "Harbour lights");

    Dashboard dashboard = visit.dashboard().signIn(tenant.owner());

    dashboard.shows("Hanseatic Works");
    assertThat(dashboard.page().locator("main")).containsText("Projects");
    assertThat(dashboard.page()).hasTitle("Overview · Freehold");
  }

  @Test
  void aWrongPasswordIsRefusedAndTheSecondTryCounts(Visit visit) {
    visit.watch().expect(401, "POST", "/api/auth/login");
    Dashboard dashboard = visit.dashboard();
    dashboard.open("");

    dashboard.enter(tenant.owner().email(), "not the pass phrase");
    assertThat(dashboard.page().getByRole(AriaRole.ALERT))
        .containsText("The email address or the password is wrong.");

    dashboard.enter(tenant.owner().email(), TestTenant.PASSWORD);
    dashboard.shows("Hanseatic Works");
  }

  @Test
  void aSessionSurvivesAReloadAndOpensTheAddressAgain(Visit visit) {
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner()).open("people?role=viewer");
    dashboard.shows("People");

    dashboard.page().reload();

    dashboard.shows("People");
    assertThat(dashboard.page()).hasURL(Pattern.compile(".*/people\\?role=viewer"));
    assertThat(dashboard.page().getByText("Nobody is like that")).isVisible();
  }

  @Test
  void whoeverSignsOutIsOutAfterAReloadToo(Visit visit) {
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner());

    dashboard.button("Sign out").click();
    dashboard.shows("Sign in to Freehold");
    dashboard.page().reload();

    dashboard.shows("Sign in to Freehold");
  }

  @Test
  void whoeverBelongsToTwoTenantsSwitchesBetweenThem(Visit visit) {
    TestTenant other = Fixtures.tenant("name", "Zuiderzee Works");
    other
        .api()
        .post(
            "/api/users",
            Body.of("email", tenant.owner().email(), "name", "Commuter", "role", "viewer"))
        .is(201);
    tenant.project("name", "Only in the first");
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner());
    dashboard.field("Tenant").selectOption(tenant.slug());
    dashboard.follow("Projects");
    assertThat(dashboard.link("Only in the first")).isVisible();
    assertThat(dashboard.link("New project")).isVisible();

    dashboard.field("Tenant").selectOption(other.slug());

    assertThat(dashboard.page().getByText("There are no projects yet")).isVisible();
    assertThat(dashboard.link("New project")).not().isAttached();
    dashboard.page().reload();
    assertThat(dashboard.field("Tenant")).hasValue(other.slug());
  }
}
