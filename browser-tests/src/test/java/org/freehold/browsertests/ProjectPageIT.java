package org.freehold.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.Assertions;
import org.freehold.systemtests.Fixtures;
import org.freehold.systemtests.TestTenant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@InTheBrowser
class ProjectPageIT {
  private TestTenant tenant;
  private String project;

  @BeforeEach
  void makeAProject() {
    tenant = Fixtures.tenant();
    project = tenant.project("name", "Tidal power");
  }

  @Test
  void aFileIsUploadedDownloadedAndDeleted(Visit visit) throws IOException {
    Dashboard dashboard =
        visit.dashboard().signIn(tenant.owner()).open("projects/" + project + "/files");
    Page page = dashboard.page();
    page.locator("input[type=file]")
        .setInputFiles(
            new FilePayload(
                "notes.txt", "text/plain", "High tide".getBytes(StandardCharsets.UTF_8)));
    dashboard.tells("notes.txt was uploaded.");

    Download download = page.waitForDownload(() -> dashboard.button("Download notes.txt").click());
    try (InputStream content = download.createReadStream()) {
      Assertions.assertThat(content).hasContent("High tide");
    }

    dashboard.button("Delete notes.txt").click();
    dashboard
        .dialog()
        .getByRole(AriaRole.BUTTON)
        .filter(new Locator.FilterOptions().setHasText("Delete"))
        .click();
    dashboard.tells("notes.txt was deleted.");
    assertThat(page.getByText("There are no files yet")).isVisible();
  }

  @Test
  void itsTasksAndItsTrailAreTabsOfTheProject(Visit visit) {
    tenant.task(project);
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner()).open("projects/" + project);
    tab(dashboard, "Tasks").click();
    assertThat(dashboard.row("Do it")).isVisible();

    tab(dashboard, "Trail").click();
    assertThat(dashboard.region("Trail").getByText("Project created")).isVisible();
  }

  @Test
  void aProjectIsFoundFromTheKeyboard(Visit visit) {
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner());
    assertThat(dashboard.button("Sign out")).isVisible();
    dashboard.page().keyboard().press("Control+k");
    dashboard.dialog().getByRole(AriaRole.COMBOBOX).fill("tidal");
    assertThat(dashboard.dialog().getByRole(AriaRole.OPTION)).containsText("Tidal power");
    dashboard.page().keyboard().press("Enter");

    dashboard.shows("Tidal power");
  }

  @Test
  void aColumnThatWasTakenAwayStaysAway(Visit visit) {
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner()).open("projects");
    assertThat(dashboard.row("Tidal power")).isVisible();
    dashboard.page().locator(".columns summary").click();
    dashboard.page().locator(".columns").getByLabel("Owner").uncheck();
    dashboard.page().reload();

    assertThat(dashboard.row("Tidal power")).isVisible();
    assertThat(dashboard.page().locator("thead")).not().containsText("Owner");
  }

  private static Locator tab(Dashboard dashboard, String name) {
    return dashboard
        .page()
        .getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Parts of the project"))
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
  }
}
