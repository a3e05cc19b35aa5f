package org.freehold.benchmarks.webhooks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.freehold.benchmarks.load.Api;
import org.freehold.benchmarks.load.Load;
import org.freehold.benchmarks.webhooks.HookTenants.Tenant;
import org.freehold.launcher.FreeholdServer;
import org.freehold.launcher.StartOptions;
import org.freehold.launcher.database.DatabaseLogin;

/**
 * Durable deliveries to a sink on this machine: by Freehold, by a bare client that keeps nothing,
 * and by two queues that others keep in the same PostgreSQL. Arguments: the folder of the
 * distribution, deliveries of a round, rounds, endpoints, the longest queue.
 */
public final class DeliveriesBesidePeers {
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final int SHORT_QUEUE = 10_000;

  /** Rounds before the first that counts, until compilers of a server have little left to do. */
  private static final int WARM = 3;

  /** Held, because the logging of the JDK forgets loggers that nobody holds. */
  private static final Logger MIGRATIONS = Logger.getLogger("org.flywaydb");

  private final Sink sink;
  private final Map<String, List<Double>> rates = new LinkedHashMap<>();

  private DeliveriesBesidePeers(Sink sink) {
    this.sink = sink;
  }

  public static void main(String... arguments) throws IOException, SQLException {
    int deliveries = Integer.parseInt(arguments[1]);
    int rounds = Integer.parseInt(arguments[2]);
    int endpoints = Integer.parseInt(arguments[3]);
    int longest = Integer.parseInt(arguments[4]);
    Path distribution = Path.of(arguments[0]);
    Path data = Files.createTempDirectory("freehold-webhooks-");
    MIGRATIONS.setLevel(Level.WARNING);
    try (FreeholdServer freehold =
            FreeholdServer.started(options(distribution, data.resolve("1")));
        Sink sink = new Sink()) {
      Runtime.getRuntime().addShutdownHook(new Thread(freehold::close, "stop-freehold"));
      DatabaseLogin administrator = freehold.database().administrator();
      String email = freehold.administratorEmail();
      Api api =
          Api.signIn(freehold.url().getPort(), email, freehold.generatedPassword().orElseThrow());
      List<Tenant> tenants = HookTenants.make(api, email, sink.port(), endpoints);
      Outbox outbox = new Outbox(administrator);
      DeliveriesBesidePeers run = new DeliveriesBesidePeers(sink);
      run.beside(administrator, tenants, outbox, endpoints, deliveries, rounds);
      new HalfLoad(api, tenants, sink).run(run.median("Freehold, one message to ten"));
      new QueueDepth(freehold, tenants, outbox, sink).run(SHORT_QUEUE, longest);
      new Recovery(freehold, options(distribution, data.resolve("2")), sink)
          .run(new Freehold("recovery", tenants, outbox, 1), Math.min(deliveries, SHORT_QUEUE));
    } finally {
      Load.deleteAll(data);
    }
  }

  private static StartOptions options(Path distribution, Path data) {
    return Load.options(distribution, data)
        // Rows are written by hand, of which the ledger would complain.
        .with("FREEHOLD_WEBHOOKS_LEDGER_SECONDS", "86400")
        .with("FREEHOLD_WORK_LEASE_SECONDS", "10");
  }

  private void beside(
      DatabaseLogin administrator,
      List<Tenant> tenants,
      Outbox outbox,
      int endpoints,
      int deliveries,
      int rounds)
      throws SQLException, IOException {
    try (PeerDatabase peers = new PeerDatabase(administrator);
        Contender bare = new BareClient(sink.port(), endpoints);
        Contender single = new Freehold("Freehold, each message to one", tenants, outbox, 1);
        Contender many =
            new Freehold("Freehold, one message to ten", tenants, outbox, HookTenants.TOGETHER);
        Contender scheduler = new DbSchedulerPeer(peers, sink.port(), endpoints);
        Contender jobs = new JobRunrPeer(peers, sink.port(), endpoints)) {
      List<Contender> all = List.of(bare, single, many, scheduler, jobs);
      for (Contender one : all) {
        Load.say("warm-up: %s %.0f/s", one.name(), deliver(one, Math.max(1000, WARM * deliveries)));
      }
      // As PostgreSQL does by itself within a minute or two of so many changes.
      outbox.analyze();
      peers.run("analyze");
      for (int round = 1; round <= rounds; round++) {
        for (Contender one : all) {
          double rate = deliver(one, deliveries);
          rates.computeIfAbsent(one.name(), name -> new ArrayList<>()).add(rate);
          Load.say("round %d: %s %.0f/s", round, one.name(), rate);
        }
      }
      double better = Math.max(median(scheduler.name()), median(jobs.name()));
      Load.say(
          "%n| durable deliveries of 1 KiB | per second | of the ceiling | of the better peer |");
      Load.say("|---|---:|---:|---:|");
      for (Contender one : all) {
        double rate = median(one.name());
        Load.say(
            "| %s | %.0f | %.2f | %.2f |",
            one.name(), rate, rate / median(bare.name()), rate / better);
      }
    }
  }

  private double median(String name) {
    double[] sorted = rates.get(name).stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  /** Deliveries a second, from the first arrival until all are on record. */
  private double deliver(Contender contender, int deliveries) throws SQLException, IOException {
    Arrivals arrivals = sink.arrivals();
    arrivals.forget();
    contender.begin(deliveries);
    arrivals.await(deliveries, false);
    while (contender.open() > 0) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    double seconds = (System.nanoTime() - arrivals.moment(0)) / 1e9;
    contender.rest();
    return deliveries / seconds;
  }
}
