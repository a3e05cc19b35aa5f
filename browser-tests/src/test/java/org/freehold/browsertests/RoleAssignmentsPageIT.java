package org.freehold.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.freehold.systemtests.Body;
import org.freehold.systemtests.Fixtures;
import org.freehold.systemtests.TestTenant;
import org.freehold.systemtests.TestUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Roles are given beside the one that everybody has, and taken away again. */
@InTheBrowser
class RoleAssignmentsPageIT {
  private static final String ASSIGNMENTS = "/api/role-assignments";

  private TestTenant tenant;

  @BeforeEach
  void makeATenant() {
    tenant = Fixtures.tenant();
  }

  @Test
  void aPersonGetsARoleInAWorkspaceForATimeAndLosesItAgain(Visit visit) {
    TestUser holder = tenant.user("viewer");
    tenant.api().patch("/api/users/" + holder.id(), Body.of("name", "Radia Novak")).is(200);
    tenant.api().post("/api/workspaces", Body.of("slug", "north", "name", "North pier")).is(201);
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner()).follow("Roles");
    dashboard.link("Assignments").click();
    dashboard.link("Give a role").click();
    Locator form = dashboard.dialog();
    form.getByLabel("Role").selectOption("manager");
    pick(form.getByLabel("Person"), "radia");
    form.getByLabel("Where").selectOption("North pier");
    form.getByLabel("From").fill("2036-01-01T08:00");
    form.getByLabel("Until").fill("2036-02-01T08:00");
    dashboard.button("Give role").click();
    dashboard.tells("manager was given.");

    Locator row = dashboard.row("Radia Novak");
    assertThat(row).containsText("North pier");
    assertThat(row).containsText("Later");
    JsonObject given = tenant.api().get(ASSIGNMENTS).is(200).items().get(0);
    Assertions.assertThat(given.getString("user_id")).isEqualTo(holder.id());
    Assertions.assertThat(given.getString("not_before")).isEqualTo("2036-01-01T08:00:00Z");
    Assertions.assertThat(given.getString("expires_at")).isEqualTo("2036-02-01T08:00:00Z");

    dashboard.button("Take manager from Radia Novak").click();
    Accessibility.holds(dashboard.page(), "the question before a role is taken");
    dashboard.button("Take it").click();
    dashboard.tells("manager was taken from Radia Novak.");
    Assertions.assertThat(tenant.api().get(ASSIGNMENTS).is(200).items()).isEmpty();
  }

  @Test
  void aTeamAndAKeyGetRolesAndAreFoundByFilters(Visit visit) {
    String team = tenant.team();
    tenant.api().patch("/api/teams/" + team, Body.of("name", "Lighthouse keepers")).is(200);
    tenant.api().post("/api/admin/api-keys", Body.of("name", "Fog horn", "role", "viewer")).is(201);
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner()).open("roles/assignments/new");
    Locator form = dashboard.dialog();
    assertThat(form.getByLabel("To").getByText("A team")).isAttached();
    form.getByLabel("To").selectOption("team_id");
    form.getByLabel("Team").selectOption("Lighthouse keepers");
    form.getByLabel("Role").selectOption("analyst");
    dashboard.button("Give role").click();
    assertThat(dashboard.row("Lighthouse keepers")).containsText("Counts");

    dashboard.link("Give a role").click();
    form.getByLabel("To").selectOption("api_key_id");
    form.getByLabel("Role").selectOption("member");
    dashboard.button("Give role").click();
    assertThat(dashboard.row("Fog horn")).isVisible();

    dashboard.field("Role").selectOption("analyst");
    assertThat(dashboard.row("Fog horn")).not().isAttached();
    assertThat(dashboard.row("Lighthouse keepers")).isVisible();
    dashboard.button("Clear filters").click();
    assertThat(dashboard.row("Fog horn")).isVisible();
  }

  @Test
  void theSameTwiceIsToldInTheForm(Visit visit) {
    TestUser holder = tenant.user("viewer");
    tenant.api().patch("/api/users/" + holder.id(), Body.of("name", "Ada Moreau")).is(200);
    tenant.api().post(ASSIGNMENTS, Body.of("role", "analyst", "user_id", holder.id())).is(201);
    visit.watch().expect(409, "POST", ASSIGNMENTS);
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner()).open("roles/assignments/new");
    Locator form = dashboard.dialog();
    form.getByLabel("Role").selectOption("analyst");
    pick(form.getByLabel("Person"), "moreau");
    dashboard.button("Give role").click();

    assertThat(form.getByRole(AriaRole.ALERT)).isVisible();
    assertThat(form.getByText("Ada Moreau")).isVisible();
  }

  @Test
  void whoMayNotKnowPeopleGivesRolesToTeams(Visit visit) {
    String team = tenant.team();
    tenant.api().patch("/api/teams/" + team, Body.of("name", "Bell ringers")).is(200);
    List<String> grants = List.of("roles:write", "teams:read");
    tenant.api().post("/api/roles", Body.of("name", "giver", "grants", grants)).is(201);
    TestUser giver = tenant.user("analyst");
    tenant.api().post(ASSIGNMENTS, Body.of("role", "giver", "user_id", giver.id())).is(201);
    Dashboard dashboard = visit.dashboard().signIn(giver).open("roles/assignments");
    assertThat(dashboard.row("giver")).containsText(giver.id().substring(0, 8));
    assertThat(dashboard.field("Person")).not().isAttached();
    dashboard.link("Give a role").click();
    Locator form = dashboard.dialog();
    assertThat(form.getByLabel("To").getByText("A person")).not().isAttached();
    form.getByLabel("Role").selectOption("analyst");
    dashboard.button("Give role").click();

    assertThat(dashboard.row("Bell ringers")).containsText("analyst");
  }

  /** Takes the one person who is found so. */
  private static void pick(Locator field, String name) {
    field.pressSequentially(name);
    assertThat(field).hasAttribute("aria-activedescendant", Pattern.compile(".+-0"));
    field.press("Enter");
  }
}
