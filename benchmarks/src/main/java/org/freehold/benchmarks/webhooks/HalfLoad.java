package org.freehold.benchmarks.webhooks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.freehold.benchmarks.load.Api;
import org.freehold.benchmarks.load.HttpConnection;
import org.freehold.benchmarks.load.Load;
import org.freehold.benchmarks.webhooks.HookTenants.Tenant;

/**
 * How long a message takes while half as many come as can be delivered, and while a quarter: sent
 * through the API by eight callers over a connection each, every one to ten endpoints, at even
 * distances. The first rounds of the quarter are not counted: in them the server compiles what it
 * runs.
 */
record HalfLoad(Api api, List<Tenant> tenants, Sink sink) {
  private static final int SECONDS = 20;
  private static final int CALLERS = 8;
  private static final int WARM_UPS = 3;
  private static final String MESSAGE =
      "{\"event_type\":\"bench.g%d\",\"payload\":{\"mark\":%d,\"text\":\"%s\"}}";
  private static final String TEXT = "x".repeat(880);

  void run(double deliveriesPerSecond) {
    for (int i = 0; i < WARM_UPS; i++) {
      measure(deliveriesPerSecond / 4);
    }
    tell("half", measure(deliveriesPerSecond / 2));
    tell("a quarter", measure(deliveriesPerSecond / 4));
  }

  /** When each message was asked for and answered, when its deliveries arrived. */
  private record Seen(long[] asked, long[] answered, Arrivals arrivals) {
    double perSecond() {
      int messages = asked.length;
      return messages / ((answered[messages - 1] - asked[0]) / 1e9);
    }
  }

  private Seen measure(double deliveriesPerSecond) {
    double perSecond = deliveriesPerSecond / HookTenants.TOGETHER;
    int messages = (int) Math.max(1, perSecond * SECONDS);
    long between = (long) (1e9 / perSecond);
    long[] asked = new long[messages];
    long[] answered = new long[messages];
    Arrivals arrivals = sink.arrivals();
    arrivals.forget();
    long start = System.nanoTime();
    AtomicInteger next = new AtomicInteger();
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    for (int i = 0; i < CALLERS; i++) {
      callers.execute(
          () -> {
            try (HttpConnection connection = new HttpConnection(api.port())) {
              for (int n = next.getAndIncrement(); n < messages; n = next.getAndIncrement()) {
                LockSupport.parkNanos(start + n * between - System.nanoTime());
                asked[n] = System.nanoTime();
                send(connection, n);
                answered[n] = System.nanoTime();
              }
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
    callers.shutdown();
    arrivals.await(messages * HookTenants.TOGETHER, false);
    try {
      // The last answer comes after the commit, and so may the arrival.
      if (!callers.awaitTermination(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("A message was never answered");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return new Seen(asked, answered, arrivals);
  }

  private void send(HttpConnection connection, int mark) throws IOException {
    Tenant tenant = tenants.get(mark % tenants.size());
    int group = mark / tenants.size() % (HookTenants.OF_TENANT / HookTenants.TOGETHER);
    String message = MESSAGE.formatted(group, mark, TEXT);
    HttpConnection.Answer answer =
        connection.send(api.request("POST", "/api/webhooks/messages", tenant.slug(), message));
    if (answer.status() != 202) {
      throw new IllegalStateException("A message was refused: " + answer.text());
    }
  }

  private static void tell(String load, Seen seen) {
    Arrivals arrivals = seen.arrivals();
    int count = arrivals.count();
    double[] ofAnswer = new double[count];
    double[] ofQuestion = new double[count];
    for (int i = 0; i < count; i++) {
      int mark = arrivals.mark(i);
      ofAnswer[i] = Math.max(0, arrivals.moment(i) - seen.answered()[mark]) / 1e6;
      ofQuestion[i] = (arrivals.moment(i) - seen.asked()[mark]) / 1e6;
    }
    Load.say(
        "%n| at %s of the load, %.0f messages a second to ten each | p50 ms | p99 ms | longest ms |",
        load, seen.perSecond());
    Load.say("|---|---:|---:|---:|");
    line("from the answer to the sender, which follows the commit, to the arrival", ofAnswer);
    line("from the request of the sender to the arrival", ofQuestion);
  }

  private static void line(String what, double[] millis) {
    Arrays.sort(millis);
    Load.say(
        "| %s | %.0f | %.0f | %.0f |",
        what,
        millis[millis.length / 2],
        millis[(int) Math.ceil(0.99 * millis.length) - 1],
        millis[millis.length - 1]);
  }
}
