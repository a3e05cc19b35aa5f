package org.freehold.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.freehold.systemtests.Body;
import org.freehold.systemtests.Fixtures;
import org.freehold.systemtests.Market;
import org.junit.jupiter.api.Test;

/** An operator makes a tenant of a template: the form asks, the run is watched, all is listed. */
@InTheBrowser
class MarketPageIT {
  private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
      new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

  @Test
  void anOperatorMakesATenantWithTheGuidedForm(Visit visit) {
    String slug = Fixtures.unique("guided");
    Dashboard dashboard = visit.dashboard().signInAsOperator().follow("Marketplace");
    Accessibility.holds(dashboard.page(), "the marketplace");
    dashboard.page().getByRole(AriaRole.LINK, link("Use Enterprise stack")).click();
    Locator steps = dashboard.page().getByRole(AriaRole.LIST, list("Steps"));
    assertThat(steps.locator("[aria-current=step]")).hasText("Company");
    dashboard.button("Next").click();
    assertThat(steps.locator("[aria-current=step]")).hasText("Company");
    dashboard.page().getByLabel("Company name").fill("Guided " + slug);
    dashboard.page().getByLabel("Slug of the tenant").fill(slug);
    Accessibility.holds(dashboard.page(), "a step of the form");
    dashboard.button("Next").click();
    dashboard.page().getByLabel("Custom domains").check();
    dashboard.button("Next").click();
    dashboard.button("Next").click();
    Locator address = dashboard.page().getByLabel("Address");
    assertThat(address).hasCount(0);
    dashboard.page().getByLabel("Send events to a webhook").check();
    assertThat(address).isVisible();
    dashboard.page().getByLabel("Send events to a webhook").uncheck();
    assertThat(address).hasCount(0);
    dashboard.button("Next").click();
    dashboard.button("Make the tenant").click();
    Locator things = dashboard.region("What there is");
    assertThat(things).containsText("release-captain", PATIENTLY);
    assertThat(things).containsText("Release");
    assertThat(things).containsText("order.paid");
    assertThat(dashboard.region("Answers")).containsText("admin@" + slug + ".example");
    assertThat(dashboard.region("Progress")).containsText("The tenant is open");
    Accessibility.holds(dashboard.page(), "what was made");
    Fixtures.operator().get("/api/tenants/" + slug).is(200);
  }

  @Test
  void aNewerVersionIsLookedAtAndPreparedAsARelease(Visit visit) {
    String id = Fixtures.unique("grown");
    Fixtures.operator()
        .post(Market.TEMPLATES, Market.template(id, "1.0.0", 0, "tasks:read"))
        .is(201);
    String slug = Body.of("slug", Fixtures.unique("upgraded"));
    String use =
        Market.made(Fixtures.operator().post(Market.TEMPLATES + "/" + id + "/use", slug))
            .getString("id");
    Fixtures.operator()
        .post(Market.TEMPLATES, Market.template(id, "1.1.0", 0, "tasks:write"))
        .is(201);
    Dashboard dashboard = visit.dashboard().signInAsOperator().open("market/uses/" + use);
    dashboard.button("Show what it changes").click();
    Locator newer = dashboard.region("Newer version");
    assertThat(newer).containsText("flyer");
    assertThat(newer).containsText("The release carries it.");
    Accessibility.holds(dashboard.page(), "a newer version");
    dashboard.button("Prepare the release").click();
    assertThat(dashboard.region("What there is")).containsText("1.1.0", PATIENTLY);
    assertThat(newer).containsText("A release that carries it is prepared.");
  }

  private static com.microsoft.playwright.Page.GetByRoleOptions link(String name) {
    return new com.microsoft.playwright.Page.GetByRoleOptions().setName(name);
  }

  private static com.microsoft.playwright.Page.GetByRoleOptions list(String name) {
    return new com.microsoft.playwright.Page.GetByRoleOptions().setName(name);
  }
}
