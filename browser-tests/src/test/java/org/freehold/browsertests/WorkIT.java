package org.freehold.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.regex.Pattern;
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
  void aProjectHasPeopleATeamAndKeyFigures(Visit visit) {
    named("manager", "Grace Okafor");
    named("developer", "Radia Novak");
    String team = tenant.team();
    String path =
        "/api/projects/"
            + tenant.project(
                "name",
                "Harbour",
                "kpis",
                Json.createObjectBuilder().add("churn", 4).add("uptime", 99).build());
    Dashboard dashboard =
        visit.dashboard().signIn(tenant.owner()).open(path.substring(5) + "/edit");
    Locator form = dashboard.dialog();
    form.getByText("Owner, team and stakeholders").click();
    dashboard.button("Owner: somebody else").click();
    assertThat(form.getByLabel("Owner")).isFocused();
    pick(form.getByLabel("Owner"), "okafor");
    form.getByLabel("Team").selectOption(team);
    pick(form.getByLabel("Add a stakeholder"), "radia");
    form.getByLabel("Interest").fill("sponsor");
    form.getByText("Key figures").click();
    dashboard.button("Take this key figure away").first().click();
    dashboard.button("Add a key figure").click();
    form.getByPlaceholder("Key figure").last().fill("lead_time");
    form.getByPlaceholder("Value").last().fill("< 3 days");
    dashboard.button("Save").click();

    dashboard.tells("Harbour was saved.");
    assertThat(dashboard.page().locator("main")).containsText("Grace Okafor");
    assertThat(dashboard.page().locator("main")).containsText("Radia Novak");
    JsonObject saved = tenant.api().get(path).is(200).json();
    Assertions.assertThat(saved.getString("owner_id")).isEqualTo(tenant.user("manager").id());
    Assertions.assertThat(saved.getString("team_id")).isEqualTo(team);
    Assertions.assertThat(saved.getJsonArray("stakeholders").getJsonObject(0).getString("role"))
        .isEqualTo("sponsor");
    Assertions.assertThat(saved.getJsonObject("kpis").keySet())
        .containsExactlyInAnyOrder("uptime", "lead_time");
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
    dashboard.tells("Do it: in review.");

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
    named("developer", "Grace Okafor");
    Dashboard dashboard = visit.dashboard().signIn(tenant.user("manager")).open("tasks/new");
    Locator form = dashboard.dialog();
    form.getByLabel("Title").fill("Oil the hinges");
    form.getByLabel("Project").selectOption("Lock gates");
    pick(form.getByLabel("Assigned to"), "okafor");
    dashboard.button("Make task").click();

    assertThat(dashboard.region("To do").getByText("Oil the hinges")).isVisible();
    assertThat(dashboard.region("To do").getByText("Grace Okafor")).isVisible();
  }

  private void named(String role, String name) {
    tenant.api().patch("/api/users/" + tenant.user(role).id(), Body.of("name", name)).is(200);
  }

  /** Takes the one person who is found so. */
  private static void pick(Locator field, String name) {
    field.pressSequentially(name);
    assertThat(field).hasAttribute("aria-activedescendant", Pattern.compile(".+-0"));
    field.press("Enter");
  }

  private void statusIs(String task, String status) {
    Assertions.assertThat(tenant.api().get("/api/tasks/" + task).is(200).string("status"))
        .isEqualTo(status);
  }
}
