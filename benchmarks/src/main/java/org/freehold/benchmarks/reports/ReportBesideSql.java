package org.freehold.benchmarks.reports;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.freehold.benchmarks.load.Api;
import org.freehold.benchmarks.load.Load;
import org.freehold.launcher.FreeholdServer;
import org.freehold.launcher.StartOptions;

/**
 * A report over many events, beside the same statements sent by hand; then once more, to see how
 * much of the heap it keeps. Arguments: the folder of the distribution, events.
 */
public final class ReportBesideSql {
  private static final String REPORTS = "/api/compliance/reports";

  private final FreeholdServer freehold;
  private final Api api;
  private final Instant from =
      Instant.now().truncatedTo(ChronoUnit.DAYS).minus(31, ChronoUnit.DAYS);
  private final Instant to = from.plus(31, ChronoUnit.DAYS);

  private ReportBesideSql(FreeholdServer freehold, Api api) {
    this.freehold = freehold;
    this.api = api;
  }

  public static void main(String... arguments) throws IOException {
    Path data = Files.createTempDirectory("freehold-reports-");
    StartOptions options = Load.options(Path.of(arguments[0]), data);
    try (FreeholdServer freehold = FreeholdServer.started(options)) {
      // Whoever ends a long run early leaves no server behind.
      Runtime.getRuntime().addShutdownHook(new Thread(freehold::close, "stop-freehold"));
      Api api =
          Api.signIn(
              freehold.url().getPort(),
              freehold.administratorEmail(),
              freehold.generatedPassword().orElseThrow());
      new ReportBesideSql(freehold, api).run(Integer.parseInt(arguments[1]));
    } finally {
      try (Stream<Path> files = Files.walk(data)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private void run(int events) throws IOException {
    // The platform's own trail: the operator may report on it.
    String tenant = tenant();
    new ManyEvents(freehold.database().administrator(), tenant).make(events);
    Made first = report();
    JsonObject trail = first.results().getJsonObject("trail");
    List<String> statements =
        first.results().getJsonArray("answers").stream()
            .map(JsonValue::asJsonObject)
            .filter(answer -> !answer.isNull("sql"))
            .map(answer -> filled(answer.getString("sql"), tenant, trail))
            .toList();
    double byHand =
        new SameStatements(
                freehold.database().administrator(),
                tenant,
                trail.getJsonNumber("begin").longValueExact(),
                trail.getJsonNumber("end").longValueExact(),
                statements)
            .seconds();
    Made second = report();
    double before = heap();
    double most = watched();
    System.out.printf(
        Locale.ROOT,
        "%n| events | report, s | once more, s | the statements by hand, s | report ÷ by hand | heap growth, MiB | proved |%n"
            + "|---:|---:|---:|---:|---:|---:|---|%n| %d | %.1f | %.1f | %.1f | %.2f | %.0f | %s |%n",
        events,
        first.seconds(),
        second.seconds(),
        byHand,
        second.seconds() / byHand,
        most - before,
        trail.getBoolean("proved"));
  }

  private String tenant() {
    return object(api.call(200, "GET", "/api/whoami", "platform", null))
        .getJsonObject("tenant")
        .getString("id");
  }

  private String filled(String sql, String tenant, JsonObject trail) {
    return sql.replace(":tenant", "'" + tenant + "'")
        .replace(":begin", trail.getJsonNumber("begin").toString())
        .replace(":end", trail.getJsonNumber("end").toString())
        .replace(":first", "first_uuid_of('" + from + "')")
        .replace(":behind", "first_uuid_of('" + to + "')")
        .replace(":to", "timestamptz '" + to + "'");
  }

  /** A report that was made, and how long its run took. */
  private record Made(double seconds, JsonObject results) {}

  private Made report() {
    JsonObject run = ended(asked());
    String reports = api.call(200, "GET", REPORTS, "platform", null);
    String id = object(reports).getJsonArray("items").getJsonObject(0).getString("id");
    String document = api.call(200, "GET", REPORTS + "/" + id + "/document", "platform", null);
    Duration took =
        Duration.between(
            Instant.parse(run.getString("started_at")), Instant.parse(run.getString("ended_at")));
    return new Made(took.toMillis() / 1e3, object(document).getJsonObject("results"));
  }

  private String asked() {
    String wish = "{\"framework\":\"PCI_DSS\",\"from\":\"%s\",\"to\":\"%s\"}".formatted(from, to);
    return "/api/jobs/runs/"
        + object(api.call(202, "POST", REPORTS, "platform", wish)).getString("id");
  }

  private JsonObject ended(String place) {
    JsonObject run = object(api.call(200, "GET", place, "platform", null));
    while (!run.getString("status").equals("completed")) {
      if (run.getString("status").equals("failed")) {
        throw new IllegalStateException("The report failed: " + run);
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      run = object(api.call(200, "GET", place, "platform", null));
    }
    return run;
  }

  /** The most that is reachable while a report is made, in MiB. */
  private double watched() throws IOException {
    String place = asked();
    double most = 0;
    String status = "queued";
    while (!status.equals("completed") && !status.equals("failed")) {
      most = Math.max(most, heap());
      LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
      status = object(api.call(200, "GET", place, "platform", null)).getString("status");
    }
    return most;
  }

  /** What is in use after a collection, in MiB. */
  private double heap() throws IOException {
    String pid = Long.toString(freehold.serverProcess().orElseThrow().pid());
    jcmd(pid, "GC.run");
    return jcmd(pid, "GC.class_histogram")
            .lines()
            .filter(line -> line.startsWith("Total"))
            .mapToDouble(line -> Double.parseDouble(line.trim().split("\\s+")[2]))
            .sum()
        / (1 << 20);
  }

  private static String jcmd(String... arguments) throws IOException {
    String program = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process process =
        new ProcessBuilder(Stream.concat(Stream.of(program), Stream.of(arguments)).toList())
            .redirectErrorStream(true)
            .start();
    return new String(
        process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
  }

  private static JsonObject object(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
