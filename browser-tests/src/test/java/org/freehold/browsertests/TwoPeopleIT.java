package org.freehold.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.assertj.core.api.Assertions;
import org.freehold.systemtests.Body;
import org.freehold.systemtests.Fixtures;
import org.freehold.systemtests.TestTenant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two people change the same thing at the same time. */
@InTheBrowser
class TwoPeopleIT {
  private TestTenant tenant;

  @BeforeEach
  void makeATenant() {
    tenant = Fixtures.tenant();
  }

  @Test
  void whoeverSavesWhatSomebodyElseHasChangedSeesItAndSavesThen(Visit visit) {
    String path = "/api/projects/" + tenant.project("name", "Shared", "priority", "low");
    visit.watch().expect(412, "PATCH", path);
    Dashboard dashboard =
        visit.dashboard().signIn(tenant.owner()).open(path.substring("/api/".length()) + "/edit");
    Locator form = dashboard.dialog();
    form.getByLabel("Description").fill("Mine");
    form.getByLabel("Priority").selectOption("high");
    tenant.api().patch(path, Body.of("department", "Theirs", "priority", "critical")).is(200);

    dashboard.button("Save").click();

    assertThat(form.getByRole(AriaRole.ALERT)).containsText("Somebody else changed this");
    Assertions.assertThat(description(path)).isNull();
    dashboard.button("Show their change").click();
    assertThat(form.getByLabel("Department")).hasValue("Theirs");
    assertThat(form.getByLabel("Priority")).hasValue("critical");
    assertThat(form.getByLabel("Description")).hasValue("Mine");
    dashboard.button("Save").click();
    dashboard.tells("Shared was saved.");
    Assertions.assertThat(description(path)).isEqualTo("Mine");
  }

  @Test
  void aCardThatSomebodyElseHasMovedIsNotMovedFromWhereItWas(Visit visit) {
    String path = "/api/tasks/" + tenant.task(tenant.project());
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner()).open("tasks");
    assertThat(dashboard.region("To do").getByText("Do it")).isVisible();
    tenant.api().patch(path, Body.of("status", "done")).is(200);

    dashboard.link("Do it").press("Control+ArrowRight");

    isToldAndShown(dashboard, path);
  }

  @Test
  void aCardThatSomebodyElseMovesInTheSameMomentIsNotMovedByBoth(Visit visit) {
    String path = "/api/tasks/" + tenant.task(tenant.project());
    visit.watch().expect(412, "PATCH", path);
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner()).open("tasks");
    assertThat(dashboard.region("To do").getByText("Do it")).isVisible();
    dashboard
        .page()
        .route(
            "**" + path,
            route -> {
              if (route.request().method().equals("PATCH")) {
                tenant.api().patch(path, Body.of("status", "done")).is(200);
              }
              route.resume();
            });

    dashboard.link("Do it").press("Control+ArrowRight");

    isToldAndShown(dashboard, path);
  }

  private void isToldAndShown(Dashboard dashboard, String path) {
    assertThat(dashboard.page().getByRole(AriaRole.ALERT))
        .containsText("Somebody else changed this");
    dashboard.button("Show their change").click();
    assertThat(dashboard.region("Done").getByText("Do it")).isVisible();
    assertThat(dashboard.page().getByRole(AriaRole.ALERT)).not().isAttached();
    Assertions.assertThat(tenant.api().get(path).is(200).string("status")).isEqualTo("done");
  }

  private String description(String path) {
    return tenant.api().get(path).is(200).json().isNull("description")
        ? null
        : tenant.api().get(path).is(200).string("description");
  }
}
