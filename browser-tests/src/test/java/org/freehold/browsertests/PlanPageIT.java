package org.freehold.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.stream.IntStream;
import org.freehold.systemtests.Await;
import org.freehold.systemtests.Fixtures;
import org.freehold.systemtests.StripeShop;
import org.freehold.systemtests.TestTenant;
import org.junit.jupiter.api.Test;

/** The plan is seen, and changed with a look at what that means. */
@InTheBrowser
class PlanPageIT {
  private static final Duration SOON = Duration.ofSeconds(30);

  @Test
  void aLargerPlanIsTakenAndTheSmallerOneTellsWhatDoesNotFit(Visit visit) {
    TestTenant tenant = Fixtures.tenant("tier", "free");
    IntStream.rangeClosed(1, 3).forEach(i -> tenant.project("name", "Ship " + i));
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner()).follow("Plan and usage");
    Locator current = dashboard.region("Current plan");
    assertThat(current).containsText("Free");
    assertThat(dashboard.region("Usage")).containsText("3 of 3");
    Accessibility.holds(dashboard.page(), "the plan");
    dashboard.button("Choose Basic").click();
    assertThat(dashboard.dialog()).containsText("It counts at once.");
    assertThat(dashboard.dialog()).containsText("29.00");
    dashboard.dialog().getByRole(AriaRole.BUTTON, named("Change to Basic")).click();
    dashboard.tells("You are on Basic now.");
    assertThat(current).containsText("Paid until");
    assertThat(dashboard.region("Invoices")).containsText("29.00");
    tenant.project("name", "One ship more");
    dashboard.button("Choose Free").click();
    assertThat(dashboard.dialog()).containsText("Projects: 4 of 3");
    assertThat(dashboard.dialog()).containsText("One ship more");
    Accessibility.holds(dashboard.page(), "the plan");
    Locator change = dashboard.dialog().getByRole(AriaRole.BUTTON, named("Change to Free"));
    assertThat(change).isDisabled();
    dashboard.dialog().getByRole(AriaRole.CHECKBOX).check();
    change.click();
    assertThat(current).containsText("Then");
    dashboard.button("Keep Basic").click();
    dashboard.tells("Basic stays.");
    assertThat(current).not().containsText("Then");
  }

  @Test
  void aPlanThatIsSoldIsPaidForOnAPageAwayAndIsThereOnTheWayBack(Visit visit) {
    StripeShop shop = new StripeShop();
    Dashboard dashboard = visit.dashboard().signIn(shop.tenant().owner()).follow("Plan and usage");
    dashboard.button("Choose Small").click();
    assertThat(dashboard.dialog()).containsText("It counts as soon as it is paid.");
    dashboard.dialog().getByRole(AriaRole.BUTTON, named("Continue to payment")).click();
    Locator current = dashboard.region("Current plan");
    assertThat(current).containsText("Small");
    assertThat(current).containsText("Active");
    // Stripe tells of the bill by an event of its own, which may come after the page was drawn.
    Await.until(
        SOON,
        () -> shop.tenant().api().get("/api/subscription/invoices").is(200).items(),
        bills -> !bills.isEmpty());
    dashboard.page().reload();
    assertThat(dashboard.region("Invoices")).containsText("49.00");
    Accessibility.holds(dashboard.page(), "a plan that is paid for");
    dashboard.button("Manage payment").click();
    assertThat(
            dashboard
                .page()
                .getByRole(
                    AriaRole.HEADING, new Page.GetByRoleOptions().setName("Cards and bills")))
        .isVisible();
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }
}
