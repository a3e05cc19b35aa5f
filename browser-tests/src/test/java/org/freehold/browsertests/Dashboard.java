package org.freehold.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.freehold.systemtests.Installation;
import org.freehold.systemtests.TestTenant;
import org.freehold.systemtests.TestUser;

/** What a person does with the dashboard, found as a person finds it: by role and name. */
record Dashboard(Visit visit) {

  /** Opens the way in and signs in there. */
  Dashboard signIn(TestUser user) {
    return signIn(user.email(), TestTenant.PASSWORD);
  }

  Dashboard signIn(String email, String password) {
    page().navigate("/admin/");
    enter(email, password);
    assertThat(page().locator("main h1")).isAttached();
    assertThat(page().getByLabel("Password")).not().isAttached();
    return this;
  }

  /** Signs in whoever operates the platform, and enters its tenant. */
  Dashboard signInAsOperator() {
    signIn(Installation.administratorEmail(), Installation.administratorPassword());
    field("Tenant").selectOption("platform");
    shows("Platform");
    return this;
  }

  /** Fills in the way in that is open. */
  void enter(String email, String password) {
    page().getByLabel("Email").fill(email);
    page().getByLabel("Password").fill(password);
    button("Sign in").click();
  }

  /** Goes to an address of the dashboard, as somebody does who was sent it. */
  Dashboard open(String path) {
    page().navigate("/admin/" + path);
    return this;
  }

  /** Goes there by the menu. */
  Dashboard follow(String name) {
    page()
        .getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Main"))
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name))
        .click();
    return this;
  }

  void shows(String heading) {
    assertThat(heading(heading)).isVisible();
  }

  Locator heading(String name) {
    return page()
        .getByRole(
            AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true).setLevel(1));
  }

  Locator button(String name) {
    return page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator link(String name) {
    return page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator field(String label) {
    return page().getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  /** The drawer or question that is open. */
  Locator dialog() {
    return page().getByRole(AriaRole.DIALOG);
  }

  /** The row of the table in which the text stands. */
  Locator row(String text) {
    return page().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(text));
  }

  /** A part of the page that has a name. */
  Locator region(String name) {
    return page()
        .getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  void tells(String notice) {
    assertThat(
            page()
                .getByRole(AriaRole.STATUS)
                .filter(new Locator.FilterOptions().setHasText(notice)))
        .isVisible();
  }

  Page page() {
    return visit.page();
  }
}
