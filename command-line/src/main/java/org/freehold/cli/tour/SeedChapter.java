package org.freehold.cli.tour;

import static jakarta.json.Json.createObjectBuilder;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.freehold.cli.rest.Failure;

/** Fills the tenant with demo data, and follows the run to its end. */
final class SeedChapter {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Set<String> ENDED = Set.of("completed", "failed", "stopped", "abandoned");

  private SeedChapter() {}

  static void play(Visit visit) {
    Caller administrator = visit.administrator();
    JsonObject seed =
        createObjectBuilder()
            .add("tenant_slug", visit.slug())
            .add("num_projects", 3)
            .add("tasks_per_project", 8)
            .build();
    String id = administrator.post("/api/admin/seed-demo", seed).is(202).string("id");
    visit
        .out()
        .println("  $ curl -sN '" + visit.base() + "/api/jobs/runs/" + id + "' (every second)");
    String status = follow(visit, "/api/jobs/runs/" + id);
    if (!status.equals("completed")) {
      throw new Failure("The seed run has " + status + ".", "See freehold jobs logs " + id + ".");
    }
  }

  private static String follow(Visit visit, String path) {
    Instant end = Instant.now().plus(PATIENCE);
    String last = "";
    while (Instant.now().isBefore(end)) {
      JsonObject run = visit.administrator().quietly("GET", path, null).is(200).object();
      String told = run.getString("status") + " " + run.get("progress");
      if (!told.equals(last)) {
        visit.out().println("  " + Masked.text(told));
        visit.out().flush();
      }
      last = told;
      if (ENDED.contains(run.getString("status"))) {
        return run.getString("status");
      }
      pause();
    }
    throw new Failure("The seed run took more than three minutes.", "See the server's log.");
  }

  private static void pause() {
    try {
      Thread.sleep(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("Interrupted.", "", e);
    }
  }
}
