package org.freehold.benchmarks.webhooks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.freehold.benchmarks.load.Load;
import org.freehold.benchmarks.webhooks.HookTenants.Tenant;
import org.freehold.launcher.FreeholdServer;

/** What a delivery costs with a short and with a long queue behind it. */
record QueueDepth(FreeholdServer freehold, List<Tenant> tenants, Outbox outbox, Sink sink) {
  private static final int MEASURED = 5000;

  void run(int... depths) throws SQLException {
    Load.say("%n| deliveries in the queue | per second | ms of processor each |");
    Load.say("|---:|---:|---:|");
    for (int depth : depths) {
      measure(depth);
    }
  }

  private void measure(int depth) throws SQLException {
    Arrivals arrivals = sink.arrivals();
    arrivals.forget();
    outbox.queue(tenants, depth);
    int warm = Math.min(MEASURED, depth / 4);
    int measured = Math.min(MEASURED, depth / 2);
    arrivals.await(warm, false);
    Duration before = processor();
    arrivals.await(warm + measured, false);
    Duration spent = processor().minus(before);
    double seconds = (arrivals.moment(warm + measured - 1) - arrivals.moment(warm)) / 1e9;
    Load.say("| %d | %.0f | %.2f |", depth, measured / seconds, spent.toNanos() / 1e6 / measured);
    // All of it at once, as the server locks rows of it in an order of its own.
    outbox.run(
        "begin; lock table control.delivery_due in exclusive mode;"
            + " delete from control.delivery_due; commit");
    outbox.run("vacuum analyze control.delivery_due");
  }

  /** Of the server and of PostgreSQL with all its processes. */
  private Duration processor() {
    return freehold
        .serverProcess()
        .map(ProcessHandle::info)
        .flatMap(ProcessHandle.Info::totalCpuDuration)
        .orElse(Duration.ZERO)
        .plus(ofPostgres());
  }

  private Duration ofPostgres() {
    Path file = freehold.folder().postgres().resolve("postmaster.pid");
    try (Stream<String> lines = Files.lines(file)) {
      long pid = Long.parseLong(lines.findFirst().orElseThrow().strip());
      return ProcessHandle.of(pid)
          .orElseThrow()
          .descendants()
          .map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO))
          .reduce(Duration.ZERO, Duration::plus);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
