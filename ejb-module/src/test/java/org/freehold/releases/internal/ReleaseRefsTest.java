package org.freehold.releases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseRefsTest {
  private static final Instant NOON = Instant.parse("2026-01-15T12:00:59Z");

  @Test
  void isCalledAfterTheMinute() {
    assertThat(ReleaseRefs.next(NOON, List.of())).isEqualTo("rel_20260115_1200");
  }

  @Test
  void countsOnWhenTheMinuteIsTaken() {
    assertThat(ReleaseRefs.next(NOON, List.of("rel_20260115_1200")))
        .isEqualTo("rel_20260115_1200_2");
    assertThat(
            ReleaseRefs.next(
                NOON, List.of("rel_20260115_1200", "rel_20260115_1200_9", "rel_20260115_1200_10")))
        .isEqualTo("rel_20260115_1200_11");
  }

  @Test
  void tellsARefFromAnythingElse() {
    assertThat(List.of("rel_20260115_1200", "rel_20260115_1200_2")).allMatch(ReleaseRefs::isRef);
    assertThat(List.of("rel_", "rel_20260115_1200_", "0199b2a0-5c1e-7d3a-9f4b-2f6f0a1c9e01"))
        .noneMatch(ReleaseRefs::isRef);
  }
}
