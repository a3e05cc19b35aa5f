package org.freehold.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.freehold.systemtests.Body;
import org.freehold.systemtests.Fixtures;
import org.freehold.systemtests.ReleaseDesk;
import org.freehold.systemtests.TestTenant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What holds for every page. It takes as long as many others, so it is made beside them. */
@InTheBrowser
@Execution(ExecutionMode.CONCURRENT)
class ManyPagesIT {
  private static final String[] PAGES = {
    "overview",
    "analytics",
    "projects",
    "tasks",
    "tasks?view=table",
    "files",
    "releases",
    "releases/all",
    "environments",
    "webhooks",
    "webhooks/deliveries",
    "webhooks/replays",
    "webhooks/event-types",
    "people",
    "teams",
    "roles",
    "roles/assignments",
    "policies",
    "domains",
    "plan",
    "audit",
    "audit/checkpoints",
    "alerts",
    "jobs",
    "jobs/runs",
    "jobs/schedules",
    "health"
  };

  private static final JsonObject TARGET =
      Json.createObjectBuilder()
          .add("permissions", Json.createArrayBuilder().add("projects:write"))
          .build();

  private static TestTenant tenant;
  private static String[] details;

  @BeforeAll
  static void makeATenantWithSomethingOfAll() {
    tenant = Fixtures.tenant();
    String project = tenant.project("name", "Something of all", "priority", "critical");
    tenant.api().patch("/api/projects/" + project, Body.of("status", "paused")).is(200);
    String task = tenant.task(project);
    tenant.api().patch("/api/tasks/" + task, Body.of("due_date", "2026-01-01")).is(200);
    String team = tenant.team();
    tenant.joinTeam(team, tenant.user("developer"));
    tenant
        .api()
        .post("/api/roles", Body.of("name", "captain", "grants", List.of("tasks:*")))
        .is(201);
    tenant.api().post("/api/role-assignments", Body.of("role", "captain", "team_id", team)).is(201);
    String policy =
        tenant
            .api()
            .post(
                "/api/policies",
                Body.of("name", "Later", "effect", "deny", "enabled", false, "target", TARGET))
            .is(201)
            .id();
    String endpoint =
        tenant
            .api()
            .post(
                "/api/webhooks/endpoints",
                Body.of("url", "http://127.0.0.1:9/", "status", "paused"))
            .is(201)
            .id();
    String release = new ReleaseDesk(tenant.api()).prepare(ReleaseDesk.TEST_TABLE, "dev");
    String event =
        tenant
            .api()
            .get("/api/audit-logs?action=project.updated")
            .is(200)
            .items()
            .get(0)
            .getString("id");
    details =
        new String[] {
          "projects/" + project,
          "projects/" + project + "/edit",
          "projects/" + project + "/tasks",
          "projects/" + project + "/files",
          "projects/" + project + "/releases",
          "projects/" + project + "/trail",
          "projects/new",
          "tasks/" + task,
          "releases/" + release,
          "releases/" + release + "/promote",
          "releases/" + release + "/approve",
          "releases/new",
          "environments/new",
          "webhooks/" + endpoint,
          "webhooks/" + endpoint + "/edit",
          "webhooks/new",
          "webhooks/portal",
          "webhooks/deliveries/why",
          "webhooks/replays/new",
          "webhooks/event-types/_new",
          "webhooks/event-types/project.created",
          "people/" + tenant.owner().id(),
          "people/new",
          "teams/" + team,
          "roles/role/captain",
          "roles/role/captain/edit",
          "roles/new",
          "roles/assignments/new",
          "policies/" + policy,
          "policies/new",
          "audit/" + event,
          "audit/proof/" + event,
          "nowhere"
        };
  }

  @Test
  void everyPageIsAccessibleInLightAndDark(Visit visit) {
    Dashboard dashboard = visit.dashboard();
    dashboard.open("");
    dashboard.shows("Sign in to Freehold");
    isAccessible(dashboard, "sign-in");
    dashboard.signIn(tenant.owner());
    Stream.concat(Stream.of(PAGES), Stream.of(details))
        .forEach(
            path -> {
              arrive(dashboard, path);
              isAccessible(dashboard, path);
            });
  }

  @Test
  void nothingIsWiderThanTheScreen(Visit visit) {
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner());
    for (int width : new int[] {1440, 360}) {
      dashboard.page().setViewportSize(width, 740);
      for (String path : PAGES) {
        arrive(dashboard, path);
        Assertions.assertThat(dashboard.page().evaluate("document.documentElement.scrollWidth"))
            .as("Width of " + path)
            .isEqualTo(width);
      }
    }
    dashboard.button("Menu").click();
    dashboard.follow("Teams");
    dashboard.shows("Teams");
    assertThat(dashboard.link("People")).not().isVisible();
  }

  @Test
  void theDarkModeThatSomebodyChoseStays(Visit visit) {
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner());
    assertThat(dashboard.page().locator("html")).hasAttribute("data-theme", "light");

    dashboard.button("Dark mode").click();
    dashboard.page().reload();

    assertThat(dashboard.page().locator("html")).hasAttribute("data-theme", "dark");
    assertThat(dashboard.button("Dark mode")).hasAttribute("aria-pressed", "true");
  }

  @Test
  void theKeyboardAloneOpensAndClosesADetail(Visit visit) {
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner());
    String person = tenant.owner().email();
    arrive(dashboard, "people");
    dashboard.row(person).getByRole(AriaRole.LINK).first().focus();
    dashboard.page().keyboard().press("Enter");
    assertThat(dashboard.dialog()).containsText(person);
    dashboard.page().keyboard().press("Escape");

    assertThat(dashboard.dialog()).not().isAttached();
    assertThat(dashboard.row(person).getByRole(AriaRole.LINK).first()).isFocused();
  }

  /** The dark page differs from the light one in its colours only. */
  private static void isAccessible(Dashboard dashboard, String path) {
    Accessibility.holds(dashboard.page(), path);
    inColours(dashboard, ColorScheme.DARK, "dark");
    Accessibility.holdsInColours(dashboard.page(), path + " in dark");
    inColours(dashboard, ColorScheme.LIGHT, "light");
  }

  private static void inColours(Dashboard dashboard, ColorScheme scheme, String theme) {
    dashboard.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    assertThat(dashboard.page().locator("html")).hasAttribute("data-theme", theme);
  }

  /** Opens a page and waits until nothing on it loads any more. */
  private static void arrive(Dashboard dashboard, String path) {
    dashboard.open(path);
    assertThat(dashboard.page().locator("main h1")).isAttached();
    if (!path.equals("nowhere")) {
      assertThat(dashboard.heading("Not found")).not().isAttached();
    }
    assertThat(
            dashboard
                .page()
                .getByRole(AriaRole.STATUS, new Page.GetByRoleOptions().setName("Loading")))
        .hasCount(0);
  }
}
