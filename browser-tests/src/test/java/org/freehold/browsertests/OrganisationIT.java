package org.freehold.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import org.assertj.core.api.Assertions;
import org.freehold.systemtests.Body;
import org.freehold.systemtests.Fixtures;
import org.freehold.systemtests.TestTenant;
import org.freehold.systemtests.TestUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@InTheBrowser
class OrganisationIT {
  private TestTenant tenant;

  @BeforeEach
  void makeATenant() {
    tenant = Fixtures.tenant();
  }

  @Test
  void aPersonIsAddedGivenAnotherRoleAndDeactivated(Visit visit) {
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner()).follow("People");
    dashboard.link("Add person").click();
    Locator form = dashboard.dialog();
    form.getByLabel("Name").fill("Ada Lindqvist");
    form.getByLabel("Email").fill(Fixtures.unique("ada") + "@people.example");
    form.getByLabel("Role").selectOption("analyst");
    dashboard.button("Add person").click();
    assertThat(dashboard.row("Ada Lindqvist")).containsText("Analyst");

    dashboard.row("Ada Lindqvist").getByRole(AriaRole.LINK).first().click();
    dashboard.link("Edit").click();
    dashboard.dialog().getByLabel("Role").selectOption("manager");
    dashboard.button("Save").click();
    assertThat(dashboard.row("Ada Lindqvist")).containsText("Manager");

    dashboard.row("Ada Lindqvist").getByRole(AriaRole.LINK).first().click();
    dashboard.button("Deactivate").click();
    dashboard.button("Deactivate Ada Lindqvist").click();
    assertThat(dashboard.button("Activate again")).isVisible();
    dashboard.page().keyboard().press("Escape");
    assertThat(dashboard.row("Ada Lindqvist")).containsText("Deactivated");
  }

  @Test
  void theLastAdministratorStaysAndThePageSaysWhy(Visit visit) {
    String id = tenant.owner().id();
    visit.watch().expect(409, "PATCH", "/api/users/" + id);
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner()).open("people/" + id);
    dashboard.button("Deactivate").click();
    dashboard.dialog().getByRole(AriaRole.BUTTON).last().click();

    assertThat(dashboard.dialog().getByRole(AriaRole.ALERT)).containsText("administrator");
  }

  @Test
  void aTeamIsMadeAndGetsAndLosesAMember(Visit visit) {
    TestUser developer = tenant.user("developer");
    tenant.api().patch("/api/users/" + developer.id(), Body.of("name", "Radia Novak")).is(200);
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner()).follow("Teams");
    dashboard.link("New team").click();
    dashboard.dialog().getByLabel("Name").fill("Lighthouse keepers");
    dashboard.button("Make team").click();
    dashboard.row("Lighthouse keepers").getByRole(AriaRole.LINK).click();

    dashboard.dialog().getByLabel("Add a member").first().pressSequentially("radia");
    assertThat(dashboard.dialog().getByRole(AriaRole.OPTION)).hasCount(1);
    dashboard.page().keyboard().press("Enter");
    assertThat(dashboard.dialog().getByText("Radia Novak")).isVisible();
    assertThat(dashboard.dialog().getByText("1 member")).isVisible();

    dashboard.button("Remove Radia Novak").click();
    assertThat(dashboard.dialog().getByText("Nobody is in this team yet.")).isVisible();
  }

  @Test
  void theTrailIsNarrowedAndADifferenceIsOpened(Visit visit) {
    String project = tenant.project("name", "Dry dock", "status", "active");
    tenant.api().patch("/api/projects/" + project, Body.of("status", "paused")).is(200);
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner()).follow("Audit");
    assertThat(dashboard.row("User signed in").first()).isVisible();
    dashboard.field("Action").fill("project.*");
    dashboard.field("Action").press("Enter");
    assertThat(dashboard.region("Audit events")).hasAttribute("aria-busy", "false");
    assertThat(dashboard.row("Project created")).isVisible();
    assertThat(dashboard.row("User signed in")).hasCount(0);

    dashboard.row("Project updated").getByRole(AriaRole.LINK).click();

    Locator change = dashboard.dialog().getByRole(AriaRole.ROW).last();
    assertThat(change).containsText("Status");
    assertThat(change.getByRole(AriaRole.DELETION)).hasText("active");
    assertThat(change.getByRole(AriaRole.INSERTION)).hasText("paused");
    dashboard.page().reload();
    assertThat(dashboard.dialog()).containsText("Project updated");
  }

  @Test
  void theTrailIsSavedAsAFile(Visit visit) throws IOException {
    tenant.project("name", "Breakwater");
    Dashboard dashboard =
        visit.dashboard().signIn(tenant.owner()).open("audit?action=project.created");
    assertThat(dashboard.row("Project created")).isVisible();

    Download file = dashboard.page().waitForDownload(() -> dashboard.button("CSV").click());

    Assertions.assertThat(Files.readAllLines(file.path()))
        .hasSize(2)
        .last()
        .asString()
        .contains("project.created", tenant.owner().email());
  }

  @Test
  void aViewerFindsNoButtonsAndADirectAddressSaysWhatIsMissing(Visit visit) {
    tenant.task(tenant.project("name", "Look at it"));
    Dashboard dashboard = visit.dashboard().signIn(tenant.user("viewer"));
    dashboard.follow("Projects");
    assertThat(dashboard.row("Look at it")).isVisible();
    assertThat(dashboard.link("New project")).not().isAttached();
    dashboard.row("Look at it").getByRole(AriaRole.LINK).first().click();
    dashboard.shows("Look at it");
    assertThat(dashboard.link("Edit")).not().isAttached();
    assertThat(dashboard.link("Trail")).not().isAttached();
    assertThat(dashboard.link("Audit")).not().isAttached();

    dashboard.open("audit");

    assertThat(dashboard.page().getByRole(AriaRole.ALERT)).containsText("audit:read");
  }
}
