package org.freehold.benchmarks.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.freehold.benchmarks.load.Api;

/**
 * Calls of the API at even distances until it is closed: pages of the trail are read and projects
 * made, in turns. Times count from when a call was due.
 */
final class SteadyCallers implements AutoCloseable {
  private static final int CALLERS = 2;
  private static final Duration BETWEEN = Duration.ofMillis(100);

  /** A call that was made. */
  private record Call(Instant due, Instant answered) {
    double millis() {
      return Duration.between(due, answered).toNanos() / 1e6;
    }
  }

  /** What was seen in a time: of how many calls. */
  record Seen(int calls, double p50, double p99, double longest) {}

  private final Api api;
  private final String tenant;
  private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
  private final List<CompletableFuture<Void>> callers = new ArrayList<>();
  private volatile boolean stopped;

  SteadyCallers(Api api, String tenant) {
    this.api = api;
    this.tenant = tenant;
    Instant start = Instant.now();
    for (int i = 0; i < CALLERS; i++) {
      Instant first = start.plus(BETWEEN.multipliedBy(i).dividedBy(CALLERS));
      boolean reads = i % 2 == 0;
      callers.add(CompletableFuture.runAsync(() -> call(first, reads)));
    }
  }

  private void call(Instant first, boolean reads) {
    Instant due = first;
    while (!stopped) {
      LockSupport.parkNanos(Duration.between(Instant.now(), due).toNanos());
      if (reads) {
        api.call(200, "GET", "/api/audit-logs?limit=20", tenant, null);
      } else {
        api.call(201, "POST", "/api/projects", tenant, "{\"name\":\"Meanwhile\"}");
      }
      calls.add(new Call(due, Instant.now()));
      due = due.plus(BETWEEN);
    }
  }

  /** Of all calls that were under way at some time between the two. */
  Seen between(Instant from, Instant to) {
    double[] millis =
        calls.stream()
            .filter(call -> call.due().isBefore(to) && call.answered().isAfter(from))
            .mapToDouble(Call::millis)
            .sorted()
            .toArray();
    if (millis.length == 0) {
      return new Seen(0, Double.NaN, Double.NaN, Double.NaN);
    }
    return new Seen(
        millis.length,
        millis[millis.length / 2],
        millis[(int) Math.ceil(0.99 * millis.length) - 1],
        millis[millis.length - 1]);
  }

  @Override
  public void close() {
    stopped = true;
    callers.forEach(CompletableFuture::join);
  }
}
