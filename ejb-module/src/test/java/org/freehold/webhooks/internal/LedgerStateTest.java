package org.freehold.webhooks.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.freehold.platform.TenantId;
import org.freehold.webhooks.LedgerFinding;
import org.freehold.webhooks.LedgerFinding.Code;
import org.junit.jupiter.api.Test;

class LedgerStateTest {
  private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");
  private static final LedgerFinding LOST = new LedgerFinding(Code.DELIVERIES_LOST, 1, null);

  private final LedgerState state = new LedgerState(new TenantId(new UUID(1, 2)), NOW);

  @Test
  void whatDiffersOnceIsSuspectedAndTwiceRunningFound() {
    assertThat(state.check(List.of(LOST), NOW)).isEmpty();
    assertThat(state.check(List.of(LOST), NOW)).containsExactly(LOST);
    assertThat(state.check(List.of(), NOW)).isEmpty();
    assertThat(state.check(List.of(LOST), NOW)).isEmpty();
  }

  @Test
  void whatRowsSayIsFoundAtOnceAndStaysUntilTheNextPass() {
    LedgerFinding unproved = new LedgerFinding(Code.DELIVERED_UNPROVED, 2, new UUID(3, 4));
    state.see(new LedgerRows.Seen(5, NOW, new UUID(5, 6), List.of(unproved)));
    assertThat(state.check(List.of(), NOW)).containsExactly(unproved);
    assertThat(state.check(List.of(), NOW)).containsExactly(unproved);
    state.passed(NOW);
    state.beginAgain(NOW.plusSeconds(3600), 90);
    assertThat(state.seen()).isNotEmpty();
    state.beginAgain(NOW.plusSeconds(90_000), 90);
    assertThat(state.seen()).isEmpty();
    assertThat(state.day()).isEqualTo(LocalDate.parse("2026-01-09"));
  }

  @Test
  void aPassThatWasLeftUntilItsMonthMayBeGoneBeginsAgain() {
    state.beginAgain(Instant.parse("2026-02-07T23:00:00Z"), 7);
    assertThat(state.day()).as("its month is still there").isEqualTo("2026-01-08");
    state.beginAgain(Instant.parse("2026-02-08T01:00:00Z"), 7);
    assertThat(state.day()).isEqualTo("2026-02-01");
    state.beginAgain(Instant.parse("2026-02-08T02:00:00Z"), 7);
    assertThat(state.day()).isEqualTo("2026-02-01");
  }

  @Test
  void aPassThatWasLeftUntilAPolicyMayHaveTakenItsDayBeginsAgain() {
    state.beginAgain(Instant.parse("2026-02-07T23:00:00Z"), 90);
    assertThat(state.day()).isEqualTo("2026-01-08");
    state.beginAgain(Instant.parse("2026-02-08T00:00:00Z"), 90);
    assertThat(state.day()).isEqualTo("2026-02-01");
  }

  @Test
  void aDayThatCountsOtherwiseIsFound() {
    state.see(new LedgerRows.Seen(5, NOW, new UUID(5, 6), List.of()));
    state.dayEnds(5);
    assertThat(state.seen()).isEmpty();
    assertThat(state.reachedId()).isNull();
    state.see(new LedgerRows.Seen(2, NOW, new UUID(5, 6), List.of()));
    state.dayEnds(3);
    assertThat(state.seen()).containsExactly(new LedgerFinding(Code.DAYS_DIFFER, 1, null));
    assertThat(state.day()).isEqualTo(LocalDate.parse("2026-01-10"));
  }
}
