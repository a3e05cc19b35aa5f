package org.freehold.benchmarks.seed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.DoubleStream;
import org.freehold.benchmarks.load.Api;
import org.freehold.benchmarks.load.Load;
import org.freehold.launcher.FreeholdServer;
import org.freehold.launcher.StartOptions;
import org.freehold.launcher.database.DatabaseLogin;

/**
 * Seeds a new tenant, copies its rows, and so on, in turns, on a Freehold of its own. Arguments:
 * the folder of the distribution, projects, tasks of each, rounds.
 */
public final class SeedAgainstCopy {
  /** 0 is what people get who do not say. */
  private static final List<Integer> PARTITIONS = List.of(0, 1, 2, 4);

  /** Held, because the logging of the JDK forgets loggers that nobody holds. */
  private static final Logger MIGRATIONS = Logger.getLogger("org.flywaydb");

  private final int projects;
  private final int tasks;
  private final Api api;
  private final CopiedTables copies;
  private final StepTimes steps;

  private SeedAgainstCopy(
      int projects, int tasks, Api api, DatabaseLogin administrator, Path rows) {
    this.projects = projects;
    this.tasks = tasks;
    this.api = api;
    copies = new CopiedTables(administrator, rows);
    steps = new StepTimes(administrator);
  }

  public static void main(String... arguments) throws IOException {
    Path data = Files.createTempDirectory("freehold-seed-");
    Path rows = Files.createTempDirectory("freehold-seed-rows-");
    StartOptions options = Load.options(Path.of(arguments[0]), data);
    MIGRATIONS.setLevel(Level.WARNING);
    try (FreeholdServer freehold = FreeholdServer.started(options)) {
      // Whoever ends a long run early leaves no server behind.
      Runtime.getRuntime().addShutdownHook(new Thread(freehold::close, "stop-freehold"));
      Api api =
          Api.signIn(
              freehold.url().getPort(),
              freehold.administratorEmail(),
              freehold.generatedPassword().orElseThrow());
      new SeedAgainstCopy(
              Integer.parseInt(arguments[1]),
              Integer.parseInt(arguments[2]),
              api,
              freehold.database().administrator(),
              rows)
          .run(Integer.parseInt(arguments[3]));
    } finally {
      Load.deleteAll(rows);
      Load.deleteAll(data);
    }
  }

  private void run(int rounds) {
    round("warm-up", 1);
    List<String> table = new ArrayList<>();
    for (int partitions : PARTITIONS) {
      List<Round> seen = new ArrayList<>();
      for (int round = 1; round <= rounds; round++) {
        seen.add(round("seed-" + partitions + "-" + round, partitions));
      }
      table.add(line(partitions, seen));
    }
    Load.say(
        "%n| parts | seed, rows/s | its step of rows, rows/s | COPY, rows/s | seed ÷ COPY | step ÷ COPY |");
    Load.say("|---|---:|---:|---:|---:|---:|");
    table.forEach(line -> Load.say("%s", line));
  }

  private static String line(int partitions, List<Round> seen) {
    return String.format(
        Locale.ROOT,
        "| %s | %.0f | %.0f | %.0f | %.2f | %.2f |",
        partitions == 0 ? "by the size" : partitions,
        median(seen.stream().mapToDouble(Round::seeded)),
        median(seen.stream().mapToDouble(Round::written)),
        median(seen.stream().mapToDouble(Round::copied)),
        median(seen.stream().mapToDouble(round -> round.seeded() / round.copied())),
        median(seen.stream().mapToDouble(round -> round.written() / round.copied())));
  }

  /**
   * Rows in a second.
   *
   * @param seeded by the whole run
   * @param written by its step of rows alone, without tenant, people, teams and files
   */
  private record Round(double seeded, double written, double copied) {}

  private Round round(String slug, int partitions) {
    double seconds = new SeedRun(slug, projects, tasks, partitions).seconds(api);
    double step = steps.seconds("rows");
    CopiedTables.Copied copied = copies.copy(slug);
    Load.say(
        "%s: seed %.2f s (people %.2f, rows %.2f, files %.2f), COPY %.2f s of %s",
        slug,
        seconds,
        steps.seconds("prepare"),
        step,
        steps.seconds("files"),
        copied.seconds(),
        copied.rows());
    long rows = copied.all();
    return new Round(rows / seconds, rows / step, rows / copied.seconds());
  }

  private static double median(DoubleStream values) {
    double[] sorted = values.toArray();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
