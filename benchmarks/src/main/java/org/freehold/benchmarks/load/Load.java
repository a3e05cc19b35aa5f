package org.freehold.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.freehold.launcher.FreeholdServer;
import org.freehold.launcher.StartOptions;
import org.freehold.launcher.database.DatabaseLogin;

/**
 * Starts Freehold on a folder of its own, fills it, starts it again as people do, and measures.
 * Arguments: the folder of the distribution, rounds, seconds.
 */
public final class Load {
  public static final Map<String, String> ENVIRONMENT =
      Map.of(
          // Made after the first answer, it would be measured too.
          "FREEHOLD_DEMO", "false",
          "FREEHOLD_LIMITS_REQUESTS_PER_MINUTE", "100000000",
          "FREEHOLD_LIMITS_TENANT_REQUESTS_PER_MINUTE", "100000000",
          "FREEHOLD_LIMITS_DECISIONS_PER_MINUTE", "100000000",
          "FREEHOLD_KEYS_REQUESTS_PER_HOUR", "100000000",
          "FREEHOLD_IDENTITY_ACCESS_TOKEN_SECONDS", "86400");

  /** What outlives the first start. */
  private record Filled(
      String email, String password, DatabaseLogin administrator, DatabaseLogin app, Path log) {}

  /** Held, because the logging of the JDK forgets loggers that nobody holds. */
  private static final Logger MIGRATIONS = Logger.getLogger("org.flywaydb");

  private final Plan plan;

  private Load(Plan plan) {
    this.plan = plan;
  }

  public static void main(String... arguments) throws IOException {
    Path data = Files.createTempDirectory("freehold-load-");
    Plan plan =
        new Plan(
            Path.of(arguments[0]),
            data,
            8,
            500,
            Integer.parseInt(arguments[1]),
            Integer.parseInt(arguments[2]));
    MIGRATIONS.setLevel(Level.WARNING);
    try {
      new Load(plan).run();
    } finally {
      deleteAll(data);
    }
  }

  private void run() {
    say("Filling a tenant with %d projects", plan.projects());
    Filled filled = fill();
    say("Starting again, with data present");
    try (FreeholdProcess freehold =
        FreeholdProcess.up(plan.distribution(), plan.data(), ENVIRONMENT)) {
      Api api = Api.signIn(freehold.port(), filled.email(), filled.password());
      new Measurements(
              plan,
              freehold,
              api,
              filled.email(),
              filled.administrator(),
              filled.app(),
              filled.log())
          .print();
    }
  }

  private Filled fill() {
    StartOptions options = options(plan.distribution(), plan.data());
    try (FreeholdServer freehold = FreeholdServer.started(options)) {
      String email = freehold.administratorEmail();
      String password = freehold.generatedPassword().orElseThrow();
      Api api = Api.signIn(freehold.url().getPort(), email, password);
      LoadTenant.make(api, email, plan.projects());
      return new Filled(
          email,
          password,
          freehold.database().administrator(),
          freehold.database().app(),
          freehold.folder().log().resolve("postgresql.log"));
    }
  }

  /** A server on free ports, with limits out of the way. */
  public static StartOptions options(Path distribution, Path data) {
    StartOptions options = StartOptions.onFreePorts(distribution, data);
    for (Map.Entry<String, String> variable : ENVIRONMENT.entrySet()) {
      options = options.with(variable.getKey(), variable.getValue());
    }
    return options;
  }

  public static void say(String text, Object... values) {
    System.out.printf(Locale.ROOT, text + "%n", values);
  }

  public static void deleteAll(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
