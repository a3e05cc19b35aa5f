package org.freehold.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.assertj.core.api.Assertions;
import org.freehold.systemtests.Body;
import org.freehold.systemtests.Fixtures;
import org.freehold.systemtests.TestTenant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@InTheBrowser
class WorkIT {
  private TestTenant tenant;

  @BeforeEach
  void makeATenant() {
    tenant = Fixtures.tenant();
  }

  @Test
  void aProjectIsMadeAndChanged(Visit visit) {
    Dashboard dashboard = visit.dashboard().signIn(tenant.user("manager")).follow("Projects");
    dashboard.link("New project").first().click();
    dashboard.field("Name").nth(1).fill("Tidal power");
    Locator form = dashboard.dialog();
    form.getByLabel("Priority").selectOption("critical");
    form.getByLabel("Budget").fill("125000");
    dashboard.button("Make project").click();

    dashboard.tells("Tidal power was saved.");
    assertThat(dashboard.row("Tidal power")).containsText("Critical");
    assertThat(dashboard.row("Tidal power")).containsText("125,000");

    dashboard.row("Tidal power").getByRole(AriaRole.LINK).first().click();
    dashboard.link("Edit").click();
    dashboard.dialog().getByLabel("Status").selectOption("paused");
    dashboard.dialog().getByText("Governance").click();
    dashboard.dialog().getByLabel("Must comply with").fill("SOC2, GDPR");
    dashboard.button("Save").click();

    dashboard.shows("Tidal power");
    assertThat(dashboard.page().locator("main")).containsText("Paused");
    assertThat(dashboard.page().getByText("GDPR", new Page.GetByTextOptions().setExact(true)))
        .isVisible();
  }

  @Test
  void whatIsWrongWithAProjectIsToldAtItsField(Visit visit) {
    visit.watch().expect(400, "POST", "/api/projects");
    Dashboard dashboard = visit.dashboard().signIn(tenant.user("manager")).open("projects/new");
    Locator form = dashboard.dialog();
    form.getByLabel("Name").fill("Backwards");
    form.getByLabel("Begins").fill("2026-12-01");
    form.getByLabel("Ends").fill("2026-11-01");
    dashboard.button("Make project").click();

    assertThat(form.getByLabel("Ends")).hasAttribute("aria-invalid", "true");
    assertThat(form.getByLabel("Name")).hasValue("Backwards");
  }

  @Test
  void aTaskIsMovedWithTheMouse(Visit visit) {
    String task = tenant.task(tenant.project());
    Dashboard dashboard = visit.dashboard().signIn(tenant.user("member")).follow("Tasks");

    dashboard
        .region("To do")
        .getByRole(AriaRole.LISTITEM)
        .filter(new Locator.FilterOptions().setHasText("Do it"))
        .dragTo(dashboard.region("In review"));

    dashboard.tells("Do it: in review.");
    assertThat(dashboard.region("In review").getByText("Do it")).isVisible();
    statusIs(task, "in_review");
  }

  @Test
  void aTaskIsMovedWithTheKeyboard(Visit visit) {
    String task = tenant.task(tenant.project());
    Dashboard dashboard = visit.dashboard().signIn(tenant.user("member")).open("tasks");

    Locator card = dashboard.link("Do it");
    card.focus();
    card.press("Control+ArrowRight");
    assertThat(dashboard.region("In progress").getByText("Do it")).isVisible();
    dashboard.page().keyboard().press("Control+ArrowRight");
    assertThat(dashboard.region("In review").getByText("Do it")).isVisible();
    assertThat(card).isFocused();

    statusIs(task, "in_review");
  }

  @Test
  void aMoveThatIsRefusedIsTakenBack(Visit visit) {
    String project = tenant.project();
    String task = tenant.task(project);
    Dashboard dashboard = visit.dashboard().signIn(tenant.user("member")).open("tasks");
    assertThat(dashboard.link("Do it")).isVisible();
    Fixtures.operator().post("/api/tenants/" + tenant.slug() + "/suspend").is(200);
    visit.watch().expect(403, "PATCH", "/api/tasks/" + task);

    dashboard.link("Do it").press("Control+ArrowRight");

    assertThat(dashboard.page().getByRole(AriaRole.ALERT)).isVisible();
    assertThat(dashboard.region("To do").getByText("Do it")).isVisible();
  }

  @Test
  void aTaskIsMadeAndGivenToSomebody(Visit visit) {
    tenant.project("name", "Lock gates");
    tenant
        .api()
        .patch("/api/users/" + tenant.user("developer").id(), Body.of("name", "Grace Okafor"))
        .is(200);
    Dashboard dashboard = visit.dashboard().signIn(tenant.user("manager")).open("tasks/new");
    Locator form = dashboard.dialog();
    form.getByLabel("Title").fill("Oil the hinges");
    form.getByLabel("Project").selectOption("Lock gates");
    form.getByLabel("Assigned to").pressSequentially("okafor");
    form.getByRole(AriaRole.OPTION).filter(new Locator.FilterOptions().setHasText("Grace")).click();
    dashboard.button("Make task").click();

    assertThat(dashboard.region("To do").getByText("Oil the hinges")).isVisible();
    assertThat(dashboard.region("To do").getByText("Grace Okafor")).isVisible();
  }

  private void statusIs(String task, String status) {
    Assertions.assertThat(tenant.api().get("/api/tasks/" + task).is(200).string("status"))
        .isEqualTo(status);
  }
}
