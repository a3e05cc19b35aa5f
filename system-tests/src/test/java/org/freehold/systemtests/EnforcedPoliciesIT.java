package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What policies do to calls, from the answer to their change on. */
class EnforcedPoliciesIT {
  private static final String HERE = "[\"127.0.0.0/8\", \"::1/128\"]";
  private final TestTenant tenant = Fixtures.tenant();
  private final Api owner = tenant.api();

  @Test
  void aDenyBindsEverybodyUntilItIsGone() {
    String id = policy("deny", "projects:write", "name", "Frozen");
    for (Api each : new Api[] {owner, tenant.as("manager"), tenant.withKey("projects:*")}) {
      each.get("/api/projects").is(200);
      each.post("/api/projects", Body.of("name", "P")).isProblem(403, "permission_required");
    }
    owner.patch("/api/policies/" + id, Body.of("enabled", false)).is(200);
    owner.post("/api/projects", Body.of("name", "P")).is(201);
    owner.patch("/api/policies/" + id, Body.of("enabled", true)).is(200);
    owner.post("/api/projects", Body.of("name", "P")).isProblem(403, "permission_required");
    owner.delete("/api/policies/" + id).is(204);
    owner.post("/api/projects", Body.of("name", "P")).is(201);
  }

  @Test
  void theAddressOfTheCallerCounts() {
    policy("deny", "jobs:read", "condition", condition("environment.address", "in_network", HERE));
    policy(
        "deny",
        "teams:read",
        "condition",
        condition("environment.address", "not_in_network", HERE));
    owner.get("/api/jobs").isProblem(403, "permission_required");
    owner.get("/api/teams").is(200);
  }

  @Test
  void aPolicyGivesToThoseItIsAboutAndNoMoreThanItsConditionSays() {
    TestUser viewer = tenant.newUser("viewer");
    Api other = tenant.newUser("viewer").api();
    viewer.api().get("/api/roles").isProblem(403, "permission_required");
    String target = "{\"permissions\":[\"roles:read\"],\"users\":[\"" + viewer.id() + "\"]}";
    String id = Policies.made(owner, "effect", "allow", "target", Body.json(target));
    viewer.api().get("/api/roles").is(200);
    other.get("/api/roles").isProblem(403, "permission_required");
    String elsewhere = "{\"not\":" + condition("environment.address", "in_network", HERE) + "}";
    owner.patch("/api/policies/" + id, Body.of("condition", Body.json(elsewhere))).is(200);
    viewer.api().get("/api/roles").isProblem(403, "permission_required");
  }

  @Test
  void aKeyIsBoundByWhatIsDeniedToItsMaker() {
    Api key = tenant.withKey("teams:read");
    key.get("/api/teams").is(200);
    String target =
        "{\"permissions\":[\"teams:read\"],\"users\":[\"" + tenant.owner().id() + "\"]}";
    Policies.made(owner, "target", Body.json(target));
    key.get("/api/teams").isProblem(403, "permission_required");
  }

  @Test
  void itCountsFromItsFirstMomentUntilItsLast() {
    Instant now = Instant.now();
    String id = policy("deny", "teams:read", "not_before", now.plusSeconds(3600).toString());
    owner.get("/api/teams").is(200);
    owner
        .patch("/api/policies/" + id, Body.of("not_before", now.minusSeconds(60).toString()))
        .is(200);
    owner.get("/api/teams").isProblem(403, "permission_required");
    owner.patch("/api/policies/" + id, Body.of("expires", now.minusSeconds(1).toString())).is(200);
    owner.get("/api/teams").is(200);
  }

  @Test
  void onlyReportingChangesNoAnswer() {
    policy("deny", "*:*", "report_only", true);
    owner.get("/api/teams").is(200);
    owner.post("/api/projects", Body.of("name", "P")).is(201);
  }

  @Test
  void whoamiTellsWhatIsLeft() {
    policy("deny", "webhooks:read");
    owner.get("/api/webhooks/endpoints").isProblem(403, "permission_required");
    Answer me = owner.get("/api/whoami").is(200);
    assertThat(me.json().getJsonArray("permissions").toString())
        .contains("\"teams:write\"")
        .doesNotContain("\"webhooks:");
  }

  private String policy(String effect, String permission, Object... members) {
    Object[] all = new Object[members.length + 4];
    all[0] = "effect";
    all[1] = effect;
    all[2] = "target";
    all[3] = Body.json("{\"permissions\":[\"" + permission + "\"]}");
    System.arraycopy(members, 0, all, 4, members.length);
    for (int i = 4; i < all.length; i += 2) {
      if (all[i].equals("condition")) {
        all[i + 1] = Body.json((String) all[i + 1]);
      }
    }
    return Policies.made(owner, all);
  }

  private static String condition(String attribute, String operator, String values) {
    return "{\"attribute\":\""
        + attribute
        + "\",\"operator\":\""
        + operator
        + "\",\"value\":"
        + values
        + "}";
  }
}
