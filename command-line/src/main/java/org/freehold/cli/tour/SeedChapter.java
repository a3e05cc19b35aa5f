package org.freehold.cli.tour;

import static jakarta.json.Json.createObjectBuilder;

import jakarta.json.JsonObject;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import org.freehold.cli.rest.Failure;
import org.freehold.cli.rest.RunWatch;

/** Fills the tenant with demo data, and follows the run to its end. */
final class SeedChapter {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private SeedChapter() {}

  static void play(Visit visit) {
    JsonObject seed =
        createObjectBuilder()
            .add("tenant_slug", visit.slug())
            .add("num_projects", 3)
            .add("tasks_per_project", 8)
            .build();
    JsonObject run = visit.administrator().post("/api/admin/seed-demo", seed).is(202).object();
    String id = run.getString("id");
    visit.out().println("  $ curl -sN '" + visit.base() + "/api/jobs/runs/" + id + "' (repeated)");
    JsonObject ended =
        new RunWatch(visit.server(), new Told(visit.out())::show, Optional.of(PATIENCE))
            .toTheEnd(run);
    String status = ended.getString("status");
    if (!status.equals("completed")) {
      throw new Failure("The seed run has " + status + ".", "See freehold jobs logs " + id + ".");
    }
  }

  /** Shows every change. */
  private static final class Told {
    private final PrintWriter out;
    private String last = "";

    Told(PrintWriter out) {
      this.out = out;
    }

    void show(JsonObject run) {
      String line = run.getString("status") + " " + run.get("progress");
      if (!line.equals(last)) {
        out.println("  " + Masked.text(line));
        out.flush();
      }
      last = line;
    }
  }
}
