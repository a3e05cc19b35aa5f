package org.freehold.benchmarks.audit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.freehold.benchmarks.load.Api;
import org.freehold.benchmarks.load.Load;
import org.freehold.launcher.FreeholdServer;
import org.freehold.launcher.StartOptions;

/**
 * A business transaction with its audit event and without; events until they are sealed, beside
 * plain rows and a hash chain kept by a trigger; and how long an event waits for its place, also
 * while a transaction stays open elsewhere. Arguments: the folder of the distribution, seconds of
 * each measurement, rounds, tenants that are busy at once.
 */
public final class AuditBesideChain {
  private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([0-9a-f-]{36})\"");

  /** Held, because the logging of the JDK forgets loggers that nobody holds. */
  private static final Logger MIGRATIONS = Logger.getLogger("org.flywaydb");

  private final FreeholdServer freehold;
  private final Api api;
  private final int seconds;
  private final int rounds;

  private AuditBesideChain(FreeholdServer freehold, int seconds, int rounds) {
    this.freehold = freehold;
    this.seconds = seconds;
    this.rounds = rounds;
    api =
        Api.signIn(
            freehold.url().getPort(),
            freehold.administratorEmail(),
            freehold.generatedPassword().orElseThrow());
  }

  public static void main(String... arguments) throws Exception {
    Path data = Files.createTempDirectory("freehold-audit-");
    MIGRATIONS.setLevel(Level.WARNING);
    StartOptions options = Load.options(Path.of(arguments[0]), data);
    try (FreeholdServer freehold = FreeholdServer.started(options)) {
      // Whoever ends a long run early leaves no server behind.
      Runtime.getRuntime().addShutdownHook(new Thread(freehold::close, "stop-freehold"));
      new AuditBesideChain(freehold, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]))
          .run(Integer.parseInt(arguments[3]));
    } finally {
      Load.deleteAll(data);
    }
  }

  private void run(int tenants) throws Exception {
    UUID hot = tenant("hot");
    AuditedTransaction transaction = new AuditedTransaction(freehold, api, "hot", seconds);
    double[] sql = transaction.perSecond(rounds);
    Load.say(
        "SQL of a business transaction: %.0f/s with audit, %.0f/s without: %.2f",
        sql[0], sql[1], sql[0] / sql[1]);
    transaction.requestsPerSecond();
    double requests = transaction.requestsPerSecond();
    Load.say(
        "The whole request: %.0f/s; without that SQL it would be %.2f of its time",
        requests, 1 - requests * (1 / sql[0] - 1 / sql[1]));
    EventWriters writers = new EventWriters(freehold.database(), hot, seconds);
    List<double[]> seen = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      seen.add(
          new double[] {
            writers.plain(),
            writers.chained(),
            writers.sealed(1),
            writers.sealed(200),
            writers.pgbench()
          });
    }
    double plain = median(seen, 0);
    double chained = median(seen, 1);
    double pgbench = median(seen, 4);
    Load.say("Plain rows, one a commit: %.0f/s; chained by a trigger: %.0f/s", plain, chained);
    if (!Double.isNaN(pgbench)) {
      Load.say("The same plain rows by pgbench, one a commit: %.0f/s", pgbench);
    }
    for (int form = 2; form < 4; form++) {
      double sealed = median(seen, form);
      Load.say(
          "Events sealed, %d a commit: %.0f/s, %.2f of plain rows, %.2f of pgbench, %.1f of the chain",
          form == 2 ? 1 : 200, sealed, sealed / plain, sealed / pgbench, sealed / chained);
    }
    List<UUID> busy = new ArrayList<>(List.of(hot));
    for (int i = 1; i < tenants; i++) {
      busy.add(tenant("busy-" + i));
    }
    SealLag lag = new SealLag(freehold.database(), busy, seconds);
    Load.say("Lag over %d tenants: %s", tenants, lag.measured(false));
    Load.say("Lag while a transaction is open elsewhere: %s", lag.measured(true));
  }

  private UUID tenant(String slug) {
    String made = api.newTenant(slug, slug, freehold.administratorEmail());
    Matcher id = ID.matcher(made);
    if (!id.find()) {
      throw new IllegalStateException("A tenant without id: " + made);
    }
    return UUID.fromString(id.group(1));
  }

  private static double median(List<double[]> rounds, int at) {
    return rounds.stream().mapToDouble(one -> one[at]).sorted().toArray()[rounds.size() / 2];
  }
}
