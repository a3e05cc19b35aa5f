package org.freehold.benchmarks.releases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.freehold.benchmarks.load.Api;
import org.freehold.benchmarks.load.Load;
import org.freehold.launcher.FreeholdServer;
import org.freehold.launcher.StartOptions;
import org.freehold.launcher.database.DatabaseLogin;

/**
 * Promotes changes of a large table on a Freehold of its own, sends the same SQL over JDBC, and
 * then what people write by hand, each to an equal table that somebody reads meanwhile. Arguments:
 * the folder of the distribution, rows, rounds.
 */
public final class PromotionBesideSql {
  private static final Duration QUIET = Duration.ofSeconds(3);

  /** Held, because the logging of the JDK forgets loggers that nobody holds. */
  private static final Logger MIGRATIONS = Logger.getLogger("org.flywaydb");

  private final int rows;
  private final int rounds;
  private final ReleaseDesk desk;
  private final LargeTable promoted;
  private final LargeTable same;
  private final LargeTable byHand;

  private PromotionBesideSql(int rows, int rounds, ReleaseDesk desk, DatabaseLogin owner)
      throws SQLException {
    this.rows = rows;
    this.rounds = rounds;
    this.desk = desk;
    desk.promote(desk.prepare(LargeTable.creation(rounds)));
    promoted = new LargeTable(owner, desk.schema());
    same = LargeTable.like(promoted, "same_sql");
    byHand = LargeTable.like(promoted, "by_hand");
  }

  public static void main(String... arguments) throws IOException, SQLException {
    Path data = Files.createTempDirectory("freehold-releases-");
    StartOptions options = Load.options(Path.of(arguments[0]), data);
    MIGRATIONS.setLevel(Level.WARNING);
    try (FreeholdServer freehold = FreeholdServer.started(options)) {
      // Whoever ends a long run early leaves no server behind.
      Runtime.getRuntime().addShutdownHook(new Thread(freehold::close, "stop-freehold"));
      String email = freehold.administratorEmail();
      Api api =
          Api.signIn(freehold.url().getPort(), email, freehold.generatedPassword().orElseThrow());
      DatabaseLogin administrator = freehold.database().administrator();
      new PromotionBesideSql(
              Integer.parseInt(arguments[1]),
              Integer.parseInt(arguments[2]),
              ReleaseDesk.ofNewTenant(api, email, "releases"),
              new DatabaseLogin(
                  freehold.database().environments().orElseThrow().jdbcUrl(),
                  administrator.user(),
                  administrator.password()))
          .run();
    } finally {
      Load.deleteAll(data);
    }
  }

  private void run() throws SQLException {
    for (LargeTable table : List.of(promoted, same, byHand)) {
      table.fill(rows, rounds);
    }
    Load.say("%d rows; nothing else going on, the longest read takes %.1f ms", rows, quiet());
    List<String> lines = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      List<Round> seen = new ArrayList<>();
      for (int round = 1; round <= rounds; round++) {
        seen.add(round(kind, round));
      }
      lines.add(line(kind, seen));
    }
    Load.say(
        "%n| change | promotion, s | its steps, s | the same SQL, s | by hand, s |"
            + " steps ÷ SQL | longest read: promotion, ms | the same SQL, ms | by hand, ms |");
    Load.say("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
    lines.forEach(line -> Load.say("%s", line));
  }

  private double quiet() {
    ConcurrentReader reader = new ConcurrentReader(promoted, rows);
    LockSupport.parkNanos(QUIET.toNanos());
    return reader.longestMillis();
  }

  /** How long it took, and how long a reader waited meanwhile for one answer at most. */
  private record Seen(double seconds, double waitedMillis) {}

  private record Round(Seen promotion, double steps, Seen same, Seen byHand) {}

  private Round round(Kind kind, int round) throws SQLException {
    ReleaseDesk.Prepared prepared = desk.prepare(kind.change(round));
    ConcurrentReader reader = new ConcurrentReader(promoted, rows);
    ReleaseDesk.Promoted done = desk.promote(prepared);
    Seen promotion = new Seen(done.whole(), reader.longestMillis());
    Round seen =
        new Round(
            promotion,
            done.steps(),
            plain(same, prepared.together(), prepared.apart()),
            plain(byHand, List.of(kind.byHand(round)), List.of()));
    Load.say("%s, round %d: %s", kind.title(), round, seen);
    return seen;
  }

  private Seen plain(LargeTable table, List<String> together, List<String> apart)
      throws SQLException {
    ConcurrentReader reader = new ConcurrentReader(table, rows);
    double seconds = table.run(together, apart);
    return new Seen(seconds, reader.longestMillis());
  }

  private static String line(Kind kind, List<Round> seen) {
    return String.format(
        Locale.ROOT,
        "| %s | %.2f | %.3f | %.3f | %.3f | %.2f | %.0f | %.0f | %.0f |",
        kind.title(),
        median(seen, round -> round.promotion().seconds()),
        median(seen, Round::steps),
        median(seen, round -> round.same().seconds()),
        median(seen, round -> round.byHand().seconds()),
        median(seen, round -> round.steps() / round.same().seconds()),
        most(seen, round -> round.promotion().waitedMillis()),
        most(seen, round -> round.same().waitedMillis()),
        most(seen, round -> round.byHand().waitedMillis()));
  }

  private static double median(List<Round> seen, ToDoubleFunction<Round> value) {
    double[] sorted = seen.stream().mapToDouble(value).toArray();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static double most(List<Round> seen, ToDoubleFunction<Round> value) {
    return seen.stream().mapToDouble(value).max().orElseThrow();
  }
}
