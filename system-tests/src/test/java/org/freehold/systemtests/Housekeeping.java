package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

/** The daily job, started by hand. */
final class Housekeeping {
  private Housekeeping() {}

  /** Returns when it is completed. */
  static void run(Api operator) {
    Answer run = operator.post("/api/jobs/housekeeping/runs", "{}").is(202);
    String status =
        Await.until(
            Duration.ofMinutes(3),
            () -> operator.get("/api/jobs/runs/" + run.id()).is(200).string("status"),
            seen -> !List.of("queued", "running").contains(seen));
    assertThat(status).isEqualTo("completed");
  }
}
