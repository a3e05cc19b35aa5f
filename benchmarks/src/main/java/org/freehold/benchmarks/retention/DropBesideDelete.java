package org.freehold.benchmarks.retention;

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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.freehold.benchmarks.load.Api;
import org.freehold.benchmarks.load.Load;
import org.freehold.launcher.FreeholdServer;
import org.freehold.launcher.StartOptions;

/**
 * Two months of the trails of four tenants, archived, certified and dropped by the product, beside
 * deleting the same rows of equal tables, and what callers of the API feel of either. Arguments:
 * the folder of the distribution, events.
 */
public final class DropBesideDelete {
  private static final int TENANTS = 4;
  private static final Duration QUIET = Duration.ofSeconds(10);
  private static final Pattern DROPPED =
      Pattern.compile(
          "(\\d{4}-\\d\\d): dropped with (\\d+) events of (\\d+) tenants in (\\d+) ms, locked for (\\d+) ms");

  private final Api api;
  private final OldMonths months;
  private final String owner;

  private DropBesideDelete(FreeholdServer freehold) {
    owner = freehold.administratorEmail();
    api = Api.signIn(freehold.url().getPort(), owner, freehold.generatedPassword().orElseThrow());
    months = new OldMonths(freehold.database().administrator());
  }

  public static void main(String... arguments) throws IOException {
    Path data = Files.createTempDirectory("freehold-retention-");
    StartOptions options =
        Load.options(Path.of(arguments[0]), data)
            .with("FREEHOLD_RETENTION_APPROVAL_ABOVE", "1000000000");
    try (FreeholdServer freehold = FreeholdServer.started(options)) {
      // Whoever ends a long run early leaves no server behind.
      Runtime.getRuntime().addShutdownHook(new Thread(freehold::close, "stop-freehold"));
      new DropBesideDelete(freehold).run(Integer.parseInt(arguments[1]));
    } finally {
      try (Stream<Path> files = Files.walk(data)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** A month that was dropped: with its checks it lasted until {@code ended}. */
  private record Drop(long events, long millis, long lockedMillis, Instant ended) {
    Instant began() {
      return ended.minusMillis(millis);
    }
  }

  private void run(int events) {
    List<String> tenants = new ArrayList<>();
    for (int i = 0; i < TENANTS; i++) {
      tenants.add(object(api.newTenant("kept-" + i, "Kept", owner)).getString("id"));
    }
    months.make(tenants, events);
    try (SteadyCallers callers = new SteadyCallers(api, "kept-0")) {
      // The first calls warm up.
      LockSupport.parkNanos(QUIET.dividedBy(2).toNanos());
      Instant quiet = Instant.now();
      LockSupport.parkNanos(QUIET.toNanos());
      Instant begun = Instant.now();
      List<Drop> drops = dropped();
      Instant deleting = Instant.now();
      double deleted = months.deleted();
      Instant end = Instant.now();
      tell(drops, deleted);
      Load.say(
          "%n| API meanwhile | calls | p50 ms | p99 ms | longest ms |%n|---|---:|---:|---:|---:|");
      line("nothing else", callers.between(quiet, begun));
      line("archiving", callers.between(begun, drops.get(0).began()));
      line(
          "dropping, with its checks",
          callers.between(drops.get(0).began(), drops.get(drops.size() - 1).ended()));
      line("deleting", callers.between(deleting, end));
    }
  }

  private static void tell(List<Drop> drops, double deleted) {
    long events = drops.stream().mapToLong(Drop::events).sum();
    double whole = drops.stream().mapToLong(Drop::millis).sum() / 1e3;
    double locked = drops.stream().mapToLong(Drop::lockedMillis).sum() / 1e3;
    Load.say(
        "%n| events of %d tenants in %d months | dropped with all checks, s | of these locked, s | deleted, s | locked ÷ deleted | all ÷ deleted |",
        TENANTS, drops.size());
    Load.say("|---:|---:|---:|---:|---:|---:|");
    Load.say(
        "| %d | %.3f | %.3f | %.2f | %.4f | %.4f |",
        events, whole, locked, deleted, locked / deleted, whole / deleted);
  }

  private static void line(String when, SteadyCallers.Seen seen) {
    Load.say(
        "| %s | %d | %.1f | %.1f | %.1f |",
        when, seen.calls(), seen.p50(), seen.p99(), seen.longest());
  }

  private List<Drop> dropped() {
    String wish = "{\"parameters\":{}}";
    String asked = api.call(202, "POST", "/api/jobs/retention-cleanup/runs", "platform", wish);
    String run = "/api/jobs/runs/" + object(asked).getString("id");
    String status = "queued";
    while (!status.equals("completed")) {
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      status = object(api.call(200, "GET", run, "platform", null)).getString("status");
      if (status.equals("failed")) {
        throw new IllegalStateException("The run failed: " + run);
      }
    }
    JsonObject log = object(api.call(200, "GET", run + "/logs?limit=200", "platform", null));
    List<Drop> drops = new ArrayList<>();
    for (JsonValue line : log.getJsonArray("items")) {
      Matcher told = DROPPED.matcher(line.asJsonObject().getString("message"));
      if (told.matches()) {
        drops.add(
            new Drop(
                Long.parseLong(told.group(2)),
                Long.parseLong(told.group(4)),
                Long.parseLong(told.group(5)),
                Instant.parse(line.asJsonObject().getString("time"))));
      }
    }
    drops.sort(Comparator.comparing(Drop::ended));
    if (drops.size() != OldMonths.MONTHS.size()) {
      throw new IllegalStateException("Not all months were dropped: " + log);
    }
    return drops;
  }

  private static JsonObject object(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
