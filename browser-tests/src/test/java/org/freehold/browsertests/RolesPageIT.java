package org.freehold.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.freehold.systemtests.Body;
import org.freehold.systemtests.Fixtures;
import org.freehold.systemtests.TestTenant;
import org.freehold.systemtests.TestUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each role may do is seen and changed in a matrix. */
@InTheBrowser
class RolesPageIT {
  private static final String PROJECT = Body.of("name", "Slipway");

  private TestTenant tenant;

  @BeforeEach
  void makeATenant() {
    tenant = Fixtures.tenant();
  }

  @Test
  void aRoleIsMadeAndItsCellsDecideWhatItsHolderMayDo(Visit visit) {
    String captain = Fixtures.unique("captain");
    TestUser holder = tenant.user("viewer");
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner()).follow("Roles");
    dashboard.link("New role").click();
    Locator form = dashboard.dialog();
    form.getByLabel("Name").fill(captain);
    form.getByLabel("Description").fill("Launches ships.");
    form.getByLabel("Inherits from").and(form.locator("select")).selectOption("viewer");
    assertThat(dashboard.button("Inherit from viewer no more")).isVisible();
    dashboard.button("Make role").click();
    dashboard.tells(captain + " was saved.");
    assign(captain, holder);
    holder.api().post("/api/projects", PROJECT).is(403);
    assertThat(cell(dashboard, "projects:read", captain, "inherited")).isVisible();

    cell(dashboard, "projects:write", captain, "not held").click();
    dashboard.tells("projects:write is granted for " + captain + ".");
    assertThat(cell(dashboard, "projects:write", captain, "granted")).isFocused();
    Assertions.assertThat(entries(captain, "grants")).containsExactly("projects:write");
    holder.api().post("/api/projects", PROJECT).is(201);

    cell(dashboard, "projects:write", captain, "granted").click();
    assertThat(cell(dashboard, "projects:admin", captain, "denied")).isVisible();
    assertThat(cell(dashboard, "projects:read", captain, "granted")).isVisible();
    Assertions.assertThat(entries(captain, "denies")).containsExactly("projects:write");
    holder.api().post("/api/projects", PROJECT).is(403);

    cell(dashboard, "projects:write", captain, "denied").click();
    assertThat(cell(dashboard, "projects:write", captain, "not held")).isVisible();
    Assertions.assertThat(entries(captain, "grants")).isEmpty();
    Assertions.assertThat(entries(captain, "denies")).isEmpty();
  }

  @Test
  void theKeyboardAloneChangesCells(Visit visit) {
    String clerk = role();
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner()).open("roles?kind=own");
    Locator first = cell(dashboard, "analytics:read", clerk, "not held");
    assertThat(first).isVisible();
    dashboard.link(clerk).focus();
    press(dashboard, "Tab");
    assertThat(first).isFocused();
    press(dashboard, "ArrowDown");
    assertThat(cell(dashboard, "analytics:write", clerk, "not held")).isFocused();
    press(dashboard, "Enter");
    assertThat(cell(dashboard, "analytics:write", clerk, "granted")).isFocused();
    assertThat(cell(dashboard, "analytics:read", clerk, "granted")).isVisible();
    press(dashboard, "Space");
    assertThat(cell(dashboard, "analytics:write", clerk, "denied")).isFocused();

    press(dashboard, "Shift+Tab");
    assertThat(dashboard.link(clerk)).isFocused();
    press(dashboard, "Tab");
    assertThat(cell(dashboard, "analytics:write", clerk, "denied")).isFocused();
    press(dashboard, "PageDown");
    assertThat(cell(dashboard, "workspaces:invite", clerk, "not held")).isFocused();
    assertThat(cell(dashboard, "workspaces:invite", clerk, "not held")).isInViewport();
  }

  @Test
  void aDenyThatCoversMoreIsExplainedInItsPlace(Visit visit) {
    String clerk = role("denies", List.of("files:*"));
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner()).open("roles?resource=files");
    cell(dashboard, "files:write", clerk, "denied").click();

    Locator reason = dashboard.page().getByRole(AriaRole.ALERT);
    assertThat(reason).containsText("denies files:*, and with it files:write");
    Accessibility.holds(dashboard.page(), "roles with a reason");
    dashboard.button("Close").click();
    assertThat(reason).not().isAttached();
    assertThat(cell(dashboard, "files:write", clerk, "denied")).isFocused();
    Assertions.assertThat(entries(clerk, "denies")).containsExactly("files:*");
  }

  @Test
  void nobodyWritesIntoARoleWhatTheyMayNotDoAndThePageSaysWhoMay(Visit visit) {
    String clerk = role();
    TestUser keeper = tenant.newUser("member");
    assign(role("grants", List.of("roles:write")), keeper);
    visit.watch().expect(403, "PATCH", "/api/roles/" + clerk);
    Dashboard dashboard = visit.dashboard().signIn(keeper).open("roles?resource=billing");
    cell(dashboard, "billing:read", clerk, "not held").click();

    assertThat(dashboard.page().getByRole(AriaRole.ALERT)).containsText("who holds billing:read");
    assertThat(cell(dashboard, "billing:read", clerk, "not held")).isVisible();
  }

  @Test
  void whoWouldLockThemselvesOutIsStopped(Visit visit) {
    String stern = role();
    assign(stern, tenant.owner());
    visit.watch().expect(409, "PATCH", "/api/roles/" + stern);
    tenant.api().patch("/api/roles/" + stern, Body.of("grants", List.of("roles:write"))).is(200);
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner()).open("roles?resource=roles");
    cell(dashboard, "roles:write", stern, "granted").click();

    assertThat(dashboard.page().getByRole(AriaRole.ALERT)).containsText("administrator");
    assertThat(cell(dashboard, "roles:write", stern, "granted")).isVisible();
  }

  @Test
  void aChangeOfSomebodyElseIsNotWrittenOver(Visit visit) {
    String clerk = role();
    visit.watch().expect(412, "PATCH", "/api/roles/" + clerk);
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner()).open("roles?resource=teams");
    assertThat(cell(dashboard, "teams:read", clerk, "not held")).isVisible();
    tenant.api().patch("/api/roles/" + clerk, Body.of("denies", List.of("teams:read"))).is(200);

    cell(dashboard, "teams:read", clerk, "not held").click();
    assertThat(dashboard.page().getByRole(AriaRole.ALERT)).containsText("Somebody else");
    dashboard.button("Show their change").click();

    assertThat(cell(dashboard, "teams:read", clerk, "denied")).isVisible();
    Assertions.assertThat(entries(clerk, "denies")).containsExactly("teams:read");
  }

  @Test
  void builtInRolesAreOnlyRead(Visit visit) {
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner()).open("roles?kind=built_in");
    assertThat(dashboard.link("tenant_admin")).isVisible();
    assertThat(dashboard.page().locator(".matrix td button")).hasCount(0);
    dashboard.link("manager").click();
    assertThat(dashboard.dialog()).containsText("Nobody changes it.");
    assertThat(dashboard.link("Edit")).not().isAttached();
  }

  @Test
  void aRoleThatSomebodyHoldsStaysUntilItIsFree(Visit visit) {
    String clerk = role("description", "Writes lists.");
    String assignment = assign(clerk, tenant.user("viewer"));
    visit.watch().expect(409, "DELETE", "/api/roles/" + clerk);
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner()).open("roles/role/" + clerk);
    assertThat(dashboard.dialog()).containsText("Writes lists.");
    delete(dashboard, clerk);
    assertThat(dashboard.dialog().getByRole(AriaRole.ALERT)).containsText("is used by");

    tenant.api().delete("/api/role-assignments/" + assignment).is(204);
    delete(dashboard, clerk);
    dashboard.tells(clerk + " was deleted.");
    assertThat(dashboard.link(clerk)).not().isAttached();
    tenant.api().get("/api/roles/" + clerk).is(404);
  }

  @Test
  void aCircleOfParentsIsToldAtItsField(Visit visit) {
    String elder = role();
    String younger = role("parents", List.of(elder));
    visit.watch().expect(400, "PATCH", "/api/roles/" + elder);
    Dashboard dashboard =
        visit.dashboard().signIn(tenant.owner()).open("roles/role/" + elder + "/edit");
    Locator form = dashboard.dialog();
    form.getByLabel("Inherits from").and(form.locator("select")).selectOption(younger);
    dashboard.button("Save").click();

    assertThat(form.locator(".fault")).containsText(elder + " → " + younger);
  }

  @Test
  void headingsStayInSightOnANarrowScreen(Visit visit) {
    String clerk = role();
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner());
    dashboard.page().setViewportSize(360, 740);
    dashboard.open("roles");
    cell(dashboard, "projects:write", clerk, "not held").click();
    assertThat(cell(dashboard, "projects:write", clerk, "granted")).isVisible();

    Locator table = dashboard.region("Matrix, table");
    BoundingBox place = table.boundingBox();
    table.evaluate("element => element.scrollTo(400, 900)");
    Locator corner = table.getByRole(AriaRole.COLUMNHEADER).first();
    Locator heading = dashboard.row("tasks:read").getByRole(AriaRole.ROWHEADER);
    Assertions.assertThat(corner.boundingBox().x).isBetween(place.x - 2, place.x + 2);
    Assertions.assertThat(corner.boundingBox().y).isBetween(place.y - 2, place.y + 2);
    Assertions.assertThat(heading.boundingBox().x).isBetween(place.x - 2, place.x + 2);
    Assertions.assertThat(dashboard.page().evaluate("document.documentElement.scrollWidth"))
        .isEqualTo(360);
  }

  @Test
  void whoMayNotReadRolesIsToldWhatIsMissing(Visit visit) {
    Dashboard dashboard = visit.dashboard().signIn(tenant.user("viewer"));
    assertThat(dashboard.link("Roles")).not().isAttached();
    dashboard.open("roles");
    assertThat(dashboard.page().getByRole(AriaRole.ALERT)).containsText("roles:read");
  }

  private static Locator cell(Dashboard dashboard, String permission, String role, String state) {
    return dashboard.button(permission + " for " + role + ": " + state);
  }

  private static void press(Dashboard dashboard, String key) {
    dashboard.page().keyboard().press(key);
  }

  private static void delete(Dashboard dashboard, String role) {
    dashboard.button("Delete").click();
    dashboard.button("Delete " + role).click();
  }

  /** A new role of the tenant's own. */
  private String role(Object... members) {
    String name = Fixtures.unique("clerk");
    tenant.api().post("/api/roles", Body.of("name", name)).is(201);
    if (members.length > 0) {
      tenant.api().patch("/api/roles/" + name, Body.of(members)).is(200);
    }
    return name;
  }

  private String assign(String role, TestUser user) {
    return tenant
        .api()
        .post("/api/role-assignments", Body.of("role", role, "user_id", user.id()))
        .is(201)
        .id();
  }

  private List<String> entries(String role, String member) {
    JsonObject told = tenant.api().get("/api/roles/" + role).is(200).json();
    return told.getJsonArray(member).getValuesAs(JsonString::getString);
  }
}
