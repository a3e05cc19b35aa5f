package org.freehold.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.freehold.systemtests.Fixtures;
import org.freehold.systemtests.TestTenant;
import org.junit.jupiter.api.Test;

/** A feature flag is made, given a rule, tried out, switched off, and what was done is undone. */
@InTheBrowser
class FlagsPageIT {
  @Test
  void aFlagIsMadeTriedOutAndUndone(Visit visit) {
    TestTenant tenant = Fixtures.tenant();
    Dashboard dashboard = visit.dashboard().signIn(tenant.user("developer")).follow("Flags");
    dashboard.link("New flag").click();
    Locator text = dashboard.field("Flag (JSON)");
    text.fill(text.inputValue().replace("new-flag", "checkout"));
    dashboard.button("Rule").click();
    dashboard.button("Condition for rule-1").click();
    dashboard.dialog().getByLabel("Values of rule-1, condition 1").fill("enterprise, professional");
    dashboard.dialog().getByLabel("Name of rule 1").fill("paying");
    dashboard.dialog().getByLabel("Name of rule 1").press("Tab");
    assertThat(text).hasValue(Pattern.compile("\"paying\""));
    Accessibility.holds(dashboard.page(), "the rules of a flag");
    dashboard.dialog().getByLabel("Reason").fill("For those who pay");
    dashboard.button("Make flag").click();
    dashboard.tells("checkout was saved.");

    dashboard.row("checkout").getByRole(AriaRole.LINK).click();
    dashboard.button("Try it out").click();
    dashboard.button("Evaluate").click();
    Locator answer = dashboard.dialog().getByLabel("Answer");
    assertThat(answer).containsText("All conditions of the rule paying hold.");
    assertThat(answer).containsText("TARGETING_MATCH");
    dashboard.dialog().getByLabel("Close").click();

    dashboard.button("Switch off: checkout").click();
    dashboard.tells("checkout is off everywhere.");
    dashboard.row("checkout").getByRole(AriaRole.LINK).click();
    dashboard.button("History").click();
    assertThat(dashboard.dialog().getByLabel("History")).containsText("For those who pay");
    Accessibility.holds(dashboard.page(), "the history of a flag");
    dashboard.button("Undo: By the switch in the dashboard").click();
    dashboard.tells("checkout is what it was before.");
    Assertions.assertThat(
            tenant.api().get("/api/flags/checkout").is(200).json().getBoolean("enabled"))
        .isTrue();
  }

  @Test
  void aFlagMayBeCalledNew(Visit visit) {
    TestTenant tenant = Fixtures.tenant();
    tenant
        .api()
        .post(
            "/api/flags",
            """
            {"key":"new","type":"boolean","off_variant":"off","otherwise":{"variant":"on"},
             "variants":[{"name":"on","value":true},{"name":"off","value":false}]}""")
        .is(201);
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner()).follow("Flags");
    dashboard.row("new").getByRole(AriaRole.LINK).click();
    assertThat(dashboard.field("Flag (JSON)")).hasValue(Pattern.compile("\"key\": \"new\""));
    assertThat(dashboard.button("History")).isVisible();
  }
}
