package org.freehold.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.freehold.jobs.JobCatalogue;
import org.freehold.jobs.JobRunId;
import org.freehold.jobs.Run;
import org.freehold.platform.TenantRef;
import org.junit.jupiter.api.Test;

class SeedPlanTest {
  private static SeedPlan plan(int projects, int tasks, Integer partitions) {
    Map<String, jakarta.json.JsonValue> parameters =
        JobCatalogue.checked(
            new DemoSeedJob(), new SeedDemo("techcorp", projects, tasks, partitions).parameters());
    return SeedPlan.of(
        new Run(
            new JobRunId(new UUID(1, 2)),
            DemoSeedJob.NAME,
            TenantRef.PLATFORM,
            1,
            "request",
            parameters));
  }

  @Test
  void smallOnesHaveOnePartAndLargeOnesFour() {
    assertThat(plan(3, 8, null).parts()).hasSize(1);
    assertThat(plan(10_000, 100, null).parts()).hasSize(4);
    assertThat(plan(2, 100, 8).parts()).hasSize(2);
  }

  @Test
  void partsCoverEveryProjectOnce() {
    for (int projects : new int[] {1, 7, 300, 9_999}) {
      assertThat(
              plan(projects, 1, 8).parts().stream()
                  .flatMapToInt(part -> IntStream.rangeClosed(part.first(), part.last())))
          .containsExactlyElementsOf(IntStream.rangeClosed(1, projects).boxed().toList());
    }
  }

  @Test
  void aPartKnowsHowManyRowsItHasLookedAt() {
    SeedPart part = plan(10, 4, 1).parts().get(0);
    assertThat(part.done()).isZero();
    SeedPart after = part.add(5, 5, 18);
    assertThat(after.done()).isEqualTo(25);
    assertThat(after.counts()).isEqualTo(Map.of("projects", 5L, "tasks", 18L));
  }
}
