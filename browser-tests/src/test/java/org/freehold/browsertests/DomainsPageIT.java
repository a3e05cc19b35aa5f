package org.freehold.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.JsonObject;
import org.freehold.systemtests.Fixtures;
import org.freehold.systemtests.Installation;
import org.freehold.systemtests.TestTenant;
import org.junit.jupiter.api.Test;

/** A domain is added, proved by its record, and given up. */
@InTheBrowser
class DomainsPageIT {
  @Test
  void aDomainIsAddedProvedAndGivenUp(Visit visit) {
    TestTenant tenant = Fixtures.tenant();
    String name = Fixtures.unique("portal") + ".example";
    String record = "_freehold-challenge." + name;
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner()).follow("Domains");
    dashboard.link("Add domain").click();
    dashboard.dialog().getByLabel("Domain").first().fill(name);
    button(dashboard, "Add").click();
    dashboard.tells(name + " was added.");
    Locator dialog = dashboard.dialog();
    assertThat(dialog).containsText(record);
    JsonObject domain = tenant.api().get("/api/admin/domains").is(200).items().get(0);
    String verify = "/api/admin/domains/" + domain.getString("id") + "/verify";
    visit.watch().expect(409, "POST", verify);
    Installation.dns().txt(record, "something else");
    button(dashboard, "Verify").click();
    assertThat(dialog.getByRole(AriaRole.ALERT)).containsText("has the value that is expected");
    assertThat(dialog).containsText("something else");
    Accessibility.holds(dashboard.page(), "a domain");
    assertThat(dialog).containsText(domain.getString("txt_value"));
    Installation.dns().txt(record, domain.getString("txt_value"));
    button(dashboard, "Verify").click();
    dashboard.tells(name + " is verified.");
    assertThat(dialog.getByRole(AriaRole.ALERT)).not().isAttached();
    button(dashboard, "Remove").click();
    button(dashboard, "Give it up").click();
    dashboard.tells("The domain was removed.");
    assertThat(dashboard.row(name)).not().isAttached();
  }

  private static Locator button(Dashboard dashboard, String name) {
    return dashboard
        .dialog()
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }
}
