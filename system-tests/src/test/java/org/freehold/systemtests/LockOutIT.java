package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class LockOutIT {
  private static final String ASSIGNMENTS = "/api/role-assignments";
  private final TestTenant tenant = Fixtures.tenant();
  private final Api owner = tenant.api();

  @Test
  void theLastAdministratorIsNotDenied() {
    for (String permission : List.of("roles:*", "users:write", "*:read")) {
      String deny = tenant.role("denies", List.of(permission));
      owner
          .post(ASSIGNMENTS, Body.of("role", deny, "user_id", tenant.owner().id()))
          .isProblem(409, "last_administrator");
      String team = tenant.team();
      tenant.assign(deny, "team_id", team);
      owner
          .post("/api/team-members", Body.of("team_id", team, "user_id", tenant.owner().id()))
          .isProblem(409, "last_administrator");
      String joined = tenant.team();
      tenant.joinTeam(joined, tenant.owner());
      owner
          .post(ASSIGNMENTS, Body.of("role", deny, "team_id", joined))
          .isProblem(409, "last_administrator");
    }
    assertThat(owner.get(ASSIGNMENTS + "?user_id=" + tenant.owner().id()).items()).isEmpty();
    owner.get("/api/roles").is(200);
  }

  @Test
  void anAdministratorByAssignmentCountsIfThereIsNoEnd() {
    TestUser second = tenant.newUser("viewer");
    String end = Instant.now().plusSeconds(3600).toString();
    String limited = tenant.assign("tenant_admin", "user_id", second.id(), "expires_at", end);
    second
        .api()
        .patch("/api/users/" + tenant.owner().id(), Body.of("role", "viewer"))
        .isProblem(409, "last_administrator");
    owner.delete(ASSIGNMENTS + "/" + limited).is(204);
    String lasting = tenant.assign("tenant_admin", "user_id", second.id());
    second.api().patch("/api/users/" + tenant.owner().id(), Body.of("role", "viewer")).is(200);
    second.api().delete(ASSIGNMENTS + "/" + lasting).isProblem(409, "last_administrator");
    second
        .api()
        .patch("/api/users/" + second.id(), Body.of("is_active", false))
        .isProblem(409, "last_administrator");
  }

  @Test
  void anAdministratorByARoleOfTheTenantsOwnCountsUntilItIsNoneAnyMore() {
    String chief = tenant.role("parents", List.of("tenant_admin"));
    TestUser second = tenant.newUser(chief);
    second.api().patch("/api/users/" + tenant.owner().id(), Body.of("role", "viewer")).is(200);
    second
        .api()
        .patch("/api/roles/" + chief, Body.of("parents", List.of()))
        .isProblem(409, "last_administrator");
    second
        .api()
        .patch("/api/roles/" + chief, Body.of("denies", List.of("roles:write")))
        .isProblem(409, "last_administrator");
    second.api().patch("/api/roles/" + chief, Body.of("denies", List.of("files:write"))).is(200);
  }

  @Test
  void nobodyTakesTheRightToChangeRolesFromThemselves() {
    String keeper = tenant.role("parents", List.of("viewer"), "grants", List.of("roles:admin"));
    TestUser user = tenant.newUser("viewer");
    String assignment = tenant.assign(keeper, "user_id", user.id());
    user.api()
        .patch("/api/roles/" + keeper, Body.of("grants", List.of()))
        .isProblem(409, "would_lock_you_out");
    user.api().delete(ASSIGNMENTS + "/" + assignment).isProblem(409, "would_lock_you_out");
    String deny = tenant.role("denies", List.of("roles:write"));
    user.api()
        .post(ASSIGNMENTS, Body.of("role", deny, "user_id", user.id()))
        .isProblem(409, "would_lock_you_out");
    owner.delete(ASSIGNMENTS + "/" + assignment).is(204);
    user.api().get("/api/roles").isProblem(403, "permission_required");
  }

  @RepeatedTest(8)
  void twoAdministratorsWhoDemoteEachOtherAtOnceLeaveOne() {
    TestTenant fresh = Fixtures.tenant();
    TestUser second = fresh.newUser("tenant_admin");
    CyclicBarrier together = new CyclicBarrier(2);
    CompletableFuture<Integer> one = demotion(together, fresh.api(), second.id());
    CompletableFuture<Integer> other = demotion(together, second.api(), fresh.owner().id());
    List<Integer> statuses = List.of(one.join(), other.join());
    assertThat(statuses).containsOnlyOnce(200);
    assertThat(statuses).containsAnyOf(403, 409);
  }

  private static CompletableFuture<Integer> demotion(CyclicBarrier together, Api by, String whom) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            together.await(10, TimeUnit.SECONDS);
          } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
          }
          return by.patch("/api/users/" + whom, Body.of("role", "viewer")).status();
        },
        task -> new Thread(task).start());
  }
}
