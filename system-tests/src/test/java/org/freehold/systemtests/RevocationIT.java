package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A permission that is taken away while requests run: none that begins after the answer passes. */
class RevocationIT {
  private static final int CALLERS = 10;
  private static final int REQUESTS = 100;

  private final TestTenant tenant = Fixtures.tenant();
  private final TestUser user = tenant.newUser("viewer");
  private final String role = tenant.role("grants", List.of("roles:read"));

  /** A request by when it began, on the clock of {@link System#nanoTime}. */
  private record Asked(long began, int status) {}

  @Test
  void anAssignment() throws Exception {
    String assignment = tenant.assign(role, "user_id", user.id());
    stopsEveryRequest(() -> tenant.api().delete("/api/role-assignments/" + assignment).is(204));
  }

  @Test
  void theRoleItself() throws Exception {
    tenant.assign(role, "user_id", user.id());
    stopsEveryRequest(
        () -> tenant.api().patch("/api/roles/" + role, Body.of("grants", List.of())).is(200));
  }

  @Test
  void aPolicyThatDenies() throws Exception {
    tenant.assign(role, "user_id", user.id());
    String target = "{\"permissions\":[\"roles:read\"],\"users\":[\"" + user.id() + "\"]}";
    stopsEveryRequest(() -> Policies.made(tenant.api(), "target", Body.json(target)));
  }

  private void stopsEveryRequest(Runnable revoke) throws Exception {
    Api api = user.api();
    ConcurrentLinkedQueue<Asked> all = new ConcurrentLinkedQueue<>();
    AtomicBoolean over = new AtomicBoolean();
    CountDownLatch warm = new CountDownLatch(REQUESTS);
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try {
      List<Future<?>> running =
          Stream.<Future<?>>generate(() -> callers.submit(() -> ask(api, all, warm, over)))
              .limit(CALLERS)
              .toList();
      assertThat(warm.await(60, TimeUnit.SECONDS)).isTrue();
      revoke.run();
      long announced = System.nanoTime();
      int before = all.size();
      Await.until(Duration.ofSeconds(60), all::size, size -> size >= before + REQUESTS);
      over.set(true);
      for (Future<?> one : running) {
        one.get(60, TimeUnit.SECONDS);
      }
      assertThat(all)
          .filteredOn(asked -> asked.began() < announced)
          .anyMatch(a -> a.status() == 200);
      assertThat(all)
          .filteredOn(asked -> asked.began() >= announced)
          .isNotEmpty()
          .allMatch(asked -> asked.status() == 403);
    } finally {
      over.set(true);
      callers.shutdown();
    }
  }

  private static void ask(
      Api api, ConcurrentLinkedQueue<Asked> all, CountDownLatch warm, AtomicBoolean over) {
    while (!over.get()) {
      long began = System.nanoTime();
      all.add(new Asked(began, api.get("/api/roles").status()));
      warm.countDown();
    }
  }
}
