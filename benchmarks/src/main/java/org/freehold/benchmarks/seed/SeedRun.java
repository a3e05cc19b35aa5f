package org.freehold.benchmarks.seed;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.freehold.benchmarks.load.Api;

/**
 * One seed of a new tenant, asked for over HTTP.
 *
 * @param partitions 0: as many as the server thinks right
 */
record SeedRun(String slug, int projects, int tasks, int partitions) {
  private static final String PLATFORM = "platform";

  /** Seconds from the start of the run to its end, as the run tells them. */
  double seconds(Api api) {
    String run = api.call(202, "POST", "/api/admin/seed-demo", PLATFORM, wish());
    String place = "/api/jobs/runs/" + text(run, "id");
    while (!text(run, "status").equals("completed")) {
      if (text(run, "status").equals("failed")) {
        throw new IllegalStateException("The seed failed: " + run);
      }
      LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
      run = api.call(200, "GET", place, PLATFORM, null);
    }
    return Duration.between(
                Instant.parse(text(run, "started_at")), Instant.parse(text(run, "ended_at")))
            .toMillis()
        / 1e3;
  }

  private String wish() {
    return "{\"tenant_slug\":\"%s\",\"num_projects\":%d,\"tasks_per_project\":%d%s}"
        .formatted(slug, projects, tasks, partitions == 0 ? "" : ",\"partitions\":" + partitions);
  }

  private static String text(String json, String member) {
    Matcher matcher = Pattern.compile("\"" + member + "\":\"([^\"]*)\"").matcher(json);
    if (!matcher.find()) {
      throw new IllegalStateException("No " + member + " in " + json);
    }
    return matcher.group(1);
  }
}
