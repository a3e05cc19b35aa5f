package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.freehold.systemtests.Database.count;
import static org.freehold.systemtests.TwoNodes.first;
import static org.freehold.systemtests.TwoNodes.of;
import static org.freehold.systemtests.TwoNodes.says;
import static org.freehold.systemtests.TwoNodes.second;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.freehold.launcher.FreeholdServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two servers on one database: each run happens once, and outlives the node that it is on. */
@Timeout(900)
@Patient
class TwoNodesIT {
  private static final int FIRES = Boolean.getBoolean("freehold.proof") ? 400 : 100;
  private static final int SCHEDULES = 4;
  private static final int STEPS = 60;
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofSeconds(180);
  private static final String SCHEDULED =
      " from tenant.job_run where job = 'rehearsal' and triggered_by = 'schedule'";

  @BeforeAll
  static void start() {
    TwoNodes.start();
  }

  @AfterAll
  static void stop() {
    TwoNodes.stop();
  }

  /** On the same two. */
  @Nested
  class Webhooks extends WebhooksOnTwoNodes {}

  @Test
  void aFlagThatIsSwitchedIsSwitchedOnTheOtherNodeWithinASecond() {
    TestTenant tenant = TwoNodes.newTenant();
    Api here = tenant.api();
    String key = tenant.apiKey("permissions", List.of("flags:read")).string("key");
    Api there = Api.at(second().url()).bearing(key);
    FlagBodies.made(here, "moment", "otherwise", Body.json("{\"variant\":\"on\"}"));
    boolean on = true;
    for (int round = 0; round < 10; round++) {
      boolean wanted = !on;
      assertThat(isOn(there)).isEqualTo(on);
      here.post("/api/flags/moment/toggle", Body.of("enabled", wanted)).is(200);
      long announced = System.nanoTime();
      long old = announced;
      for (long asked = announced; isOn(there) != wanted; asked = System.nanoTime()) {
        assertThat(Duration.ofNanos(asked - announced)).isLessThan(Duration.ofSeconds(5));
        old = asked;
      }
      assertThat(Duration.ofNanos(old - announced)).as("asked last in vain").isLessThan(SOON);
      on = wanted;
    }
  }

  private static boolean isOn(Api api) {
    String ada = "{\"context\":{\"targetingKey\":\"ada\"}}";
    return api.post("/ofrep/v1/evaluate/flags/moment", ada).is(200).json().getBoolean("value");
  }

  @Test
  void aScheduleFiresOnceForEachOfItsTimes() throws SQLException {
    Api api = TwoNodes.newTenant().api();
    List<String> schedules = new ArrayList<>();
    for (int i = 0; i < SCHEDULES; i++) {
      schedules.add(
          api.post(
                  "/api/jobs/schedules",
                  "{\"job\":\"rehearsal\",\"cron\":\"* * * * * *\","
                      + "\"parameters\":{\"steps\":1,\"pause_ms\":0}}")
              .is(201)
              .place());
    }
    try (Connection database = first().database().administrator().connect()) {
      Await.until(LONG, () -> count(database, "select count(*)" + SCHEDULED), n -> n >= FIRES);
      schedules.forEach(place -> api.patch(place, Body.of("enabled", false)).is(200));
      Await.until(
          LONG,
          () -> count(database, "select count(*)" + SCHEDULED + " and ended_at is null"),
          open -> open == 0);
      eachHappenedOnce(database);
    }
  }

  /** As our rows, the runs' own words and the batch runtime's repository tell. */
  private static void eachHappenedOnce(Connection database) {
    long runs = count(database, "select count(*)" + SCHEDULED);
    assertThat(runs).isGreaterThanOrEqualTo(FIRES);
    assertThat(count(database, "select count(distinct (schedule_id, fire_at))" + SCHEDULED))
        .isEqualTo(runs);
    assertThat(
            count(
                database,
                "select count(*)" + SCHEDULED + " and status = 'completed' and executions = 1"))
        .isEqualTo(runs);
    String ofThem = " where run_id in (select id" + SCHEDULED + ")";
    String log = "select count(*) from tenant.job_run_log" + ofThem + " and message ";
    assertThat(count(database, log + "like 'Started on %'")).isEqualTo(runs);
    assertThat(count(database, log + "= 'Completed'")).isEqualTo(runs);
    assertThat(count(database, "select sum(done) from tenant.job_run_part" + ofThem))
        .isEqualTo(runs);
  }

  @Test
  void aRunOutlivesTheNodeThatItIsOn() {
    TestTenant tenant = TwoNodes.newTenant();
    String run = runOnSecond(tenant);
    TwoNodes.killSecond();
    completesOnFirst(tenant, run);
    TwoNodes.startSecondAgain();
  }

  @Test
  void aRunOfANodeThatIsStoppedGoesOnElsewhere() {
    TestTenant tenant = TwoNodes.newTenant();
    String run = runOnSecond(tenant);
    second().close();
    completesOnFirst(tenant, run);
    TwoNodes.startSecondAgain();
  }

  @Test
  void aKeyThatIsRevokedOnOneNodeStopsOnTheOtherWithinASecond() {
    Api owner = of(first(), TwoNodes.newTenant());
    String body = Body.of("name", "K", "role", "viewer", "rate_limit_per_hour", 100000);
    Answer made = owner.post("/api/admin/api-keys", body).is(201);
    Api elsewhere = Api.at(second().url()).bearing(made.string("key"));
    for (int i = 0; i < 20; i++) {
      elsewhere.get("/api/projects").is(200);
    }
    owner.delete(made.place()).is(204);
    long revoked = System.nanoTime();
    long passed = revoked;
    for (long asked = revoked; asked - revoked < Duration.ofSeconds(3).toNanos(); ) {
      asked = System.nanoTime();
      if (elsewhere.get("/api/projects").status() == 200) {
        passed = asked;
      }
    }
    assertThat(Duration.ofNanos(passed - revoked)).isLessThan(Duration.ofSeconds(1));
    elsewhere.get("/api/projects").isProblem(401, "invalid_api_key");
  }

  @Test
  void aRoleThatIsTakenOnOneNodeIsGoneOnTheOtherWithinASecond() {
    TestTenant tenant = TwoNodes.newTenant();
    TestUser user = tenant.newUser("viewer");
    String role = tenant.role("grants", List.of("roles:read"));
    Api elsewhere =
        Api.at(second().url()).in(tenant.slug()).signedIn(user.email(), TestTenant.PASSWORD);
    for (int round = 0; round < 5; round++) {
      String assignment = tenant.assign(role, "user_id", user.id());
      assertThat(
              Await.until(
                  LONG, () -> elsewhere.get("/api/roles").status(), status -> status == 200))
          .isEqualTo(200);
      of(first(), tenant).delete("/api/role-assignments/" + assignment).is(204);
      long taken = System.nanoTime();
      long passed = taken;
      for (long asked = taken; asked - taken < Duration.ofSeconds(2).toNanos(); ) {
        asked = System.nanoTime();
        if (elsewhere.get("/api/roles").status() == 200) {
          passed = asked;
        }
      }
      elsewhere.get("/api/roles").isProblem(403, "permission_required");
      assertThat(Duration.ofNanos(passed - taken)).isLessThan(Duration.ofSeconds(1));
    }
  }

  @Test
  void bothNodesTogetherLetNoMoreThanTheLimitPassAndOneInAHundred() throws Exception {
    Api owner = of(first(), TwoNodes.newTenant());
    assertThat(passed(owner, 300)).isBetween(300, 303);
  }

  /** Nobody has counted a key before its first calls, and these all come together. */
  @Test
  void theFirstCallsOfAKeyAreCountedOnceToo() throws Exception {
    Api owner = of(first(), TwoNodes.newTenant());
    for (int round = 0; round < 10; round++) {
      assertThat(passed(owner, 20)).isBetween(20, 21);
    }
  }

  /** How many calls pass of twice as many as a new key may send, sent to both nodes at once. */
  private static int passed(Api owner, int limit) throws Exception {
    String body = Body.of("name", "K", "role", "viewer", "rate_limit_per_hour", limit);
    String key = owner.post("/api/admin/api-keys", body).is(201).string("key");
    List<Api> nodes =
        List.of(Api.at(first().url()).bearing(key), Api.at(second().url()).bearing(key));
    ExecutorService callers = Executors.newFixedThreadPool(16);
    try {
      List<Callable<Integer>> calls =
          IntStream.range(0, 2 * limit)
              .<Callable<Integer>>mapToObj(i -> () -> nodes.get(i % 2).get("/api/whoami").status())
              .toList();
      int passed = 0;
      for (Future<Integer> answer : callers.invokeAll(calls)) {
        passed += answer.get() == 200 ? 1 : 0;
      }
      return passed;
    } finally {
      callers.shutdown();
    }
  }

  @Test
  void aFrozenNodeThatThawsWritesNothingMore() throws Exception {
    TestTenant tenant = TwoNodes.newTenant();
    String run = runOnSecond(tenant);
    try (Connection database = first().database().administrator().connect()) {
      // Between its chunks.
      TwoNodes.freeze(second(), "tenant.job_run", database);
      Await.until(LONG, () -> hasBegun(first(), run), Boolean::booleanValue);
    } finally {
      TwoNodes.thaw(second());
    }
    String tells = "Run " + run + " ended here after another node had taken it";
    assertThat(Await.until(LONG, () -> says(second(), tells), Boolean::booleanValue)).isTrue();
    completesOnFirst(tenant, run);
    Api.at(second().url()).get("/api/health/readiness").is(200);
  }

  /** A run that is under way on the second node: who is asked first mostly takes it. */
  private static String runOnSecond(TestTenant tenant) {
    Api api = of(second(), tenant);
    String request = "{\"parameters\":{\"steps\":" + STEPS + ",\"pause_ms\":200}}";
    String run = api.post("/api/jobs/rehearsal/runs", request).is(202).id();
    Await.until(LONG, () -> done(api.get("/api/jobs/runs/" + run)), done -> done >= 5);
    return hasBegun(second(), run) ? run : runOnSecond(tenant);
  }

  private static void completesOnFirst(TestTenant tenant, String run) {
    Api api = of(first(), tenant);
    String place = "/api/jobs/runs/" + run;
    Answer ended =
        Await.until(LONG, () -> api.get(place).is(200), answer -> !answer.isNull("ended_at"));
    assertThat(ended.string("status")).as(ended.text()).isEqualTo("completed");
    assertThat(ended.json().getInt("executions")).isEqualTo(2);
    assertThat(done(ended)).isEqualTo(STEPS);
    assertThat(ended.json().getJsonObject("counts").getInt("steps")).isEqualTo(STEPS);
    assertThat(hasBegun(first(), run)).isTrue();
  }

  private static int done(Answer run) {
    return run.is(200).json().getJsonObject("progress").getInt("done");
  }

  private static boolean hasBegun(FreeholdServer node, String run) {
    return says(node, "Run " + run + " of rehearsal begins");
  }
}
