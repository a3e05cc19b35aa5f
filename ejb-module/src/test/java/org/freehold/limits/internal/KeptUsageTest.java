package org.freehold.limits.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class KeptUsageTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-02-28");

  @Test
  void noDayIsCountedWhoseCountersAreForgotten() {
    LocalDate first = LocalDate.parse("2025-01-01");
    assertThat(KeptUsage.since(TODAY)).isEqualTo(first);
    assertThat(KeptUsage.atLeast(TODAY.minusDays(500), TODAY)).isEqualTo(first);
    assertThat(KeptUsage.atLeast(first.plusDays(1), TODAY)).isEqualTo(first.plusDays(1));
  }
}
