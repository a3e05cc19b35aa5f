package org.freehold.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
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

/** Rules with conditions are written as JSON, and checked while they are. */
@InTheBrowser
class PoliciesPageIT {
  private static final String TEXT = "Policy (JSON)";

  private TestTenant tenant;

  @BeforeEach
  void makeATenant() {
    tenant = Fixtures.tenant();
  }

  @Test
  void aPolicyIsCheckedWhileItIsWrittenThenSavedAndSwitched(Visit visit) {
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner()).follow("Policies");
    dashboard.link("New policy").click();
    write(dashboard, "environment.weather");
    Locator findings = dashboard.dialog().getByLabel("What was found");
    assertThat(findings).containsText("There is no attribute environment.weather");
    assertThat(findings).containsText("/condition/attribute");
    Accessibility.holds(dashboard.page(), "a policy with a finding");
    dashboard.button("Line 6").click();
    assertThat(dashboard.field(TEXT)).isFocused();
    Assertions.assertThat(dashboard.page().evaluate("document.getSelection().toString()"))
        .asString()
        .contains("environment.weather");
    dashboard.button("Make policy").click();
    assertThat(findings).isVisible();
    Assertions.assertThat(policies()).isEmpty();

    write(dashboard, "environment.address");
    assertThat(dashboard.dialog().getByText("Nothing is wrong with it.")).isVisible();
    dashboard.button("Make policy").click();
    dashboard.tells("Office only was saved.");
    assertThat(dashboard.row("Office only")).containsText("Reports only");

    dashboard.button("Let it decide: Office only").click();
    assertThat(dashboard.button("Report only: Office only")).isVisible();
    Assertions.assertThat(policies().get(0).getBoolean("report_only")).isFalse();
    dashboard.button("Switch off: Office only").click();
    assertThat(dashboard.button("Switch on: Office only")).isVisible();
    Assertions.assertThat(policies().get(0).getBoolean("enabled")).isFalse();
  }

  @Test
  void aPolicyIsReplacedAndDeleted(Visit visit) {
    String id = policy("projects:write");
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner()).open("policies");
    dashboard.row("Kept for later").getByRole(AriaRole.LINK).click();
    Locator text = dashboard.field(TEXT);
    assertThat(text).hasValue(Pattern.compile("projects:write"));
    text.fill(text.inputValue().replace("projects:write", "tasks:*"));
    dashboard.button("Save").click();
    dashboard.tells("Kept for later was saved.");
    Assertions.assertThat(policies().get(0).getJsonObject("target").getJsonArray("permissions"))
        .isEqualTo(Json.createArrayBuilder().add("tasks:*").build());

    dashboard.row("Kept for later").getByRole(AriaRole.LINK).click();
    dashboard.button("Delete").click();
    dashboard.button("Delete Kept for later").click();
    dashboard.tells("Kept for later was deleted.");
    tenant.api().get("/api/policies/" + id).is(404);
  }

  @Test
  void aChangeOfSomebodyElseIsNotWrittenOver(Visit visit) {
    String path = "/api/policies/" + policy("projects:write");
    visit.watch().expect(412, "PUT", path);
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner()).open(path.substring(5));
    Locator text = dashboard.field(TEXT);
    assertThat(text).hasValue(Pattern.compile("projects:write"));
    tenant.api().patch(path, Body.of("description", "Theirs")).is(200);

    dashboard.button("Save").click();
    assertThat(dashboard.dialog().getByRole(AriaRole.ALERT)).containsText("Somebody else");
    dashboard.button("Show their change").click();

    assertThat(text).hasValue(Pattern.compile("Theirs"));
  }

  @Test
  void aPolicyThatWouldLockItsAuthorOutIsRefusedAndStaysToBeMended(Visit visit) {
    visit.watch().expect(409, "POST", "/api/policies");
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner()).open("policies/new");
    dashboard
        .field(TEXT)
        .fill(Body.of("name", "Stop", "effect", "deny", "target", target("policies:*")));
    dashboard.button("Make policy").click();

    assertThat(dashboard.dialog().getByRole(AriaRole.ALERT)).isVisible();
    assertThat(dashboard.field(TEXT)).hasValue(Pattern.compile("Stop"));
  }

  @Test
  void whatIsNoJsonIsToldWithoutTheServer(Visit visit) {
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner()).open("policies/new");
    dashboard.field(TEXT).fill("{\"name\": ");

    assertThat(dashboard.dialog().getByLabel("What was found")).containsText("This is no JSON.");
    assertThat(dashboard.field(TEXT)).hasAttribute("aria-invalid", "true");
  }

  @Test
  void whoMayOnlyReadPoliciesFindsNothingToPress(Visit visit) {
    policy("projects:write");
    String reader = Fixtures.unique("reader");
    TestUser user = tenant.user("member");
    tenant
        .api()
        .post("/api/roles", Body.of("name", reader, "grants", List.of("policies:read")))
        .is(201);
    tenant
        .api()
        .post("/api/role-assignments", Body.of("role", reader, "user_id", user.id()))
        .is(201);
    Dashboard dashboard = visit.dashboard().signIn(user).follow("Policies");
    assertThat(dashboard.row("Kept for later")).containsText("Off");
    assertThat(dashboard.button("Switch on: Kept for later")).not().isAttached();
    assertThat(dashboard.link("New policy")).not().isAttached();
    dashboard.row("Kept for later").getByRole(AriaRole.LINK).click();
    assertThat(dashboard.field(TEXT)).hasAttribute("readonly", "");
    assertThat(dashboard.button("Save")).not().isAttached();
  }

  private static void write(Dashboard dashboard, String attribute) {
    dashboard
        .field(TEXT)
        .fill(
            """
            {
              "name": "Office only", "effect": "deny", "report_only": true,
              "target": {"permissions": ["releases:promote"]},
              "condition":
                {
                  "attribute": "%s",
                  "operator": "not_in_network", "value": ["10.0.0.0/8"]
                }
            }
            """
                .formatted(attribute));
  }

  /** A policy that is switched off. */
  private String policy(String permission) {
    return tenant
        .api()
        .post(
            "/api/policies",
            Body.of(
                "name",
                "Kept for later",
                "effect",
                "deny",
                "enabled",
                false,
                "target",
                target(permission)))
        .is(201)
        .id();
  }

  private static JsonObject target(String permission) {
    return Json.createObjectBuilder()
        .add("permissions", Json.createArrayBuilder().add(permission))
        .build();
  }

  private List<JsonObject> policies() {
    return tenant.api().get("/api/policies").is(200).items();
  }
}
