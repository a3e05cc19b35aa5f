package org.freehold.systemtests;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What policies give and take counts among what people hand out, and whom it is about. */
class PolicyPowersIT {
  private static final String LIST = "/api/policies/";
  private static final String ASSIGNMENTS = "/api/role-assignments";

  private final TestTenant tenant = Fixtures.tenant();
  private final Api owner = tenant.api();

  private TestUser holding(String... permissions) {
    return tenant.newUser(
        tenant.role("parents", List.of("viewer"), "grants", List.of(permissions)));
  }

  private String policy(String effect, String permission, Object... whom) {
    Object[] target = new Object[whom.length + 2];
    target[0] = "permissions";
    target[1] = List.of(permission);
    System.arraycopy(whom, 0, target, 2, whom.length);
    return Policies.made(owner, "effect", effect, "target", Body.json(Body.of(target)));
  }

  @Test
  void whatAPolicyGivesToARoleIsHandedOutByWhoHoldsItOnly() {
    TestUser keeper = holding("roles:write", "users:write");
    TestUser viewer = tenant.newUser("viewer");
    String special = tenant.role("grants", List.of("projects:read"));
    String policy = policy("allow", "audit:export", "roles", List.of(special));
    String given = Body.of("role", special, "user_id", viewer.id());
    keeper.api().post(ASSIGNMENTS, given).isProblem(403, "role_above_caller");
    keeper
        .api()
        .patch("/api/users/" + viewer.id(), Body.of("role", special))
        .isProblem(403, "role_above_caller");
    String heir = Body.of("name", "heir", "parents", List.of(special));
    keeper.api().post("/api/roles", heir).isProblem(403, "role_above_caller");
    owner.post("/api/roles", heir).is(201);
    keeper
        .api()
        .post(ASSIGNMENTS, Body.of("role", "heir", "user_id", viewer.id()))
        .isProblem(403, "role_above_caller");
    owner.patch(LIST + policy, Body.of("report_only", true)).is(200);
    keeper.api().post(ASSIGNMENTS, given).is(201);
  }

  @Test
  void whoHasItByTheSamePolicyMayHandItOn() {
    TestUser keeper = holding("roles:write", "users:write");
    String special = tenant.role("grants", List.of("projects:read"));
    policy("allow", "audit:export", "roles", List.of(special));
    tenant.assign(special, "user_id", keeper.id());
    String viewer = tenant.newUser("viewer").id();
    keeper.api().post(ASSIGNMENTS, Body.of("role", special, "user_id", viewer)).is(201);
  }

  @Test
  void whatAPolicyGivesToATeamIsNotTakenByJoiningIt() {
    TestUser keeper = holding("teams:write");
    String team = tenant.team();
    String joining = Body.of("team_id", team, "user_id", keeper.id());
    policy("allow", "audit:export", "teams", List.of(team));
    keeper.api().post("/api/team-members", joining).isProblem(403, "role_above_caller");
    keeper
        .api()
        .post("/api/team-members", Body.of("team_id", tenant.team(), "user_id", keeper.id()))
        .is(201);
    owner.post("/api/team-members", joining).is(201);
  }

  @Test
  void nobodyLiftsADenialThatIsAboutThem() {
    TestUser keeper = holding("policies:write", "audit:export");
    String denial = policy("deny", "audit:export", "users", List.of(keeper.id()));
    String condition =
        "{\"attribute\":\"subject.email\",\"operator\":\"eq\",\"value\":\""
            + keeper.email()
            + "\"}";
    String byTest = Policies.made(owner, "condition", Body.json(condition));
    for (String id : List.of(denial, byTest)) {
      Api api = keeper.api();
      api.delete(LIST + id).isProblem(403, "policy_above_caller");
      for (String change :
          List.of(
              Body.of("enabled", false),
              Body.of("report_only", true),
              Body.of("effect", "allow"),
              Body.of("not_before", "2099-01-01T00:00:00Z"),
              Body.of("target", Body.json("{\"permissions\":[\"jobs:read\"]}")))) {
        api.patch(LIST + id, change).isProblem(403, "policy_above_caller");
      }
      api.patch(LIST + id, Body.of("description", "Why")).is(200);
      owner.patch(LIST + id, Body.of("enabled", false)).is(200);
      api.delete(LIST + id).is(204);
    }
  }

  @Test
  void nobodyLiftsADenialOfWhatTheyDoNotHold() {
    Api keeper = holding("policies:write").api();
    String denial = policy("deny", "audit:export", "roles", List.of("manager"));
    keeper.delete(LIST + denial).isProblem(403, "policy_above_caller");
    owner.delete(LIST + denial).is(204);
  }

  @Test
  void aDenialOfEverybodyIsLiftedByWhoWouldHoldItElse() {
    Api keeper = holding("policies:write", "audit:export").api();
    keeper.delete(LIST + policy("deny", "audit:export")).is(204);
  }

  @Test
  void aDenialThatNobodyElseCouldLiftIsNotThereForGood() {
    String denial = policy("deny", "audit:export", "users", List.of(tenant.owner().id()));
    owner.delete(LIST + denial).is(204);
    String again = policy("deny", "audit:export", "roles", List.of("tenant_admin"));
    owner.delete(LIST + again).is(204);
  }
}
