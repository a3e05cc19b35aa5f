package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Set;

/** Demo data, asked for and waited for. */
final class Seeds {
  static final String SEED = "/api/admin/seed-demo";
  private static final Duration LONG = Duration.ofSeconds(60);

  private Seeds() {}

  static String wish(String slug, int projects, int tasks) {
    return Body.of("tenant_slug", slug, "num_projects", projects, "tasks_per_project", tasks);
  }

  /** The run, when it has completed. */
  static JsonObject seeded(Api who, String slug, int projects, int tasks) {
    Answer run = who.post(SEED, wish(slug, projects, tasks)).is(202);
    assertThat(run.place()).isEqualTo("/api/jobs/runs/" + run.id());
    assertThat(run.string("job")).isEqualTo("demo-seed");
    return ended(who, run);
  }

  /** Likewise, of one that was started. */
  static JsonObject ended(Api who, Answer run) {
    return ended(who, run, LONG);
  }

  static JsonObject ended(Api who, Answer run, Duration patience) {
    JsonObject last =
        Await.until(patience, () -> who.get(run.place()).is(200).json(), Seeds::hasEnded);
    assertThat(last.getString("status")).as(last.toString()).isEqualTo("completed");
    return last;
  }

  static boolean hasEnded(JsonObject run) {
    return Set.of("completed", "failed", "stopped").contains(run.getString("status"));
  }

  static Api member(String slug, String name) {
    return Fixtures.nobody()
        .in(slug)
        .signedIn(name + "@" + slug + ".example", Installation.demoPassword());
  }

  static int count(JsonObject run, String what) {
    return run.getJsonObject("counts").getInt(what);
  }
}
