package org.freehold.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.freehold.systemtests.Fixtures;
import org.freehold.systemtests.StripeShop;
import org.freehold.systemtests.TestTenant;
import org.junit.jupiter.api.Test;

/** An operator makes plans, changes them and says at which price of Stripe they are sold. */
@InTheBrowser
class PlansPageIT {
  @Test
  void anOperatorMakesAPlanAndChangesIt(Visit visit) {
    TestTenant tenant = Fixtures.tenant();
    String id = Fixtures.unique("plan");
    visit.watch().expect(400, "POST", "/api/plans");
    Dashboard dashboard = visit.dashboard().signInAsOperator().follow("Plans");
    assertThat(dashboard.row("enterprise").first()).containsText("499.00");
    Accessibility.holds(dashboard.page(), "the plans");
    dashboard.link("New plan").click();
    dashboard.field("Id").fill(id);
    dashboard.field("Name").fill("Agreed " + id);
    dashboard.field("Price a month").fill("12.50");
    dashboard.field("Currency").fill("XYZ");
    dashboard.dialog().getByLabel("Projects").fill("7");
    dashboard.dialog().getByLabel("Only to these tenants").fill(tenant.slug());
    dashboard.dialog().getByLabel("SSO").check();
    Accessibility.holds(dashboard.page(), "the form of a plan");
    dashboard.button("Make plan").click();
    assertThat(dashboard.dialog()).containsText("This is no currency of ISO 4217.");
    dashboard.field("Currency").fill("eur");
    dashboard.button("Make plan").click();
    dashboard.tells("Agreed " + id + " was made.");
    Locator row = dashboard.row(id);
    assertThat(row).containsText("12.50");
    assertThat(row).containsText(tenant.slug());
    String made = tenant.api().get("/api/plans/" + id).is(200).json().toString();
    org.assertj.core.api.Assertions.assertThat(made)
        .contains("\"projects\":7", "\"sso\":true", "\"scim\":false", "EUR");
    row.getByRole(AriaRole.LINK, named("Agreed " + id)).click();
    dashboard.field("Price a month").fill("15");
    dashboard.dialog().getByLabel("Projects").fill("");
    dashboard.button("Save plan").click();
    dashboard.tells("Agreed " + id + " was changed.");
    assertThat(row).containsText("15.00");
    String changed = tenant.api().get("/api/plans/" + id).is(200).json().toString();
    org.assertj.core.api.Assertions.assertThat(changed)
        .contains("\"sso\":true")
        .doesNotContain("\"projects\":7");
  }

  @Test
  void anOperatorSellsAPlanAtStripeAndNoMore(Visit visit) {
    StripeShop shop = new StripeShop();
    visit.watch().expect(400, "PUT", "/api/billing/stripe/prices/" + shop.small());
    Dashboard dashboard =
        visit.dashboard().signInAsOperator().open("plans/" + shop.small() + "/stripe");
    assertThat(dashboard.dialog()).containsText("Who takes it pays at Stripe first.");
    Accessibility.holds(dashboard.page(), "the price of a plan at Stripe");
    dashboard.button("Sell no more at Stripe").click();
    dashboard.tells("Small is billed by invoices from here on.");
    Locator row = dashboard.row(shop.small());
    assertThat(row).containsText("Set price");
    row.getByRole(AriaRole.LINK, named("Price of Small at Stripe")).click();
    dashboard.field("Price").fill(shop.price(9900));
    dashboard.button("Set price").click();
    assertThat(dashboard.dialog()).containsText("the plan costs 4900 EUR");
    String price = shop.price(4900);
    dashboard.field("Price").fill(price);
    dashboard.button("Set price").click();
    dashboard.tells("Small is sold at Stripe.");
    assertThat(row).containsText(price);
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }
}
