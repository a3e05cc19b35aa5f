package org.freehold.limits.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.stream.IntStream;
import org.freehold.platform.TenantRef;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static final TenantRef TENANT = TenantRef.PLATFORM;
  private static final YearMonth JANUARY = YearMonth.of(2026, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 1, 31);
  private static final LocalDate FIRST = LocalDate.of(2026, 2, 1);

  private final Tally tally = new Tally(TENANT, JANUARY, 7);

  @Test
  void exactlyAsManyPassAsTheMonthHasRoomForWhateverIsBeingWritten() {
    long before = passing(2);
    tally.beginWriting();
    assertThat(tally.used()).isEqualTo(9);
    assertThat(before + passing(50)).isEqualTo(3);
    tally.written(JANUARY, 9);
    assertThat(tally.used()).isEqualTo(10);
    assertThat(passing(50)).isZero();
  }

  @Test
  void fiftyThreadsAtOncePassNoMore() {
    long passed =
        IntStream.range(0, 1000).parallel().filter(i -> tally.take(TENANT, LAST, 100L)).count();
    assertThat(passed).isEqualTo(93);
  }

  @Test
  void whatOtherNodesCountedIsKnownAfterTheWriting() {
    passing(1);
    assertThat(tally.beginWriting()).isEqualTo(Map.of(LAST, 1L));
    tally.written(JANUARY, 10);
    assertThat(passing(1)).isZero();
  }

  @Test
  void whatCouldNotBeWrittenIsWrittenNextTime() {
    passing(2);
    tally.beginWriting();
    passing(1);
    tally.notWritten();
    assertThat(tally.used()).isEqualTo(10);
    assertThat(tally.beginWriting()).isEqualTo(Map.of(LAST, 3L));
  }

  @Test
  void aNewMonthBeginsWithNothingAndTheOldOneIsStillWritten() {
    passing(3);
    assertThat(tally.take(TENANT, FIRST, 10L)).isTrue();
    assertThat(tally.used()).isEqualTo(1);
    assertThat(tally.beginWriting()).isEqualTo(Map.of(LAST, 3L, FIRST, 1L));
    tally.written(JANUARY, 10);
    assertThat(tally.used()).as("a total of the month before says nothing").isZero();
    tally.written(YearMonth.of(2026, 2), 1);
    assertThat(tally.used()).isEqualTo(1);
  }

  @Test
  void nothingIsRefusedWithoutALimit() {
    assertThat(IntStream.range(0, 1000).allMatch(i -> tally.take(TENANT, LAST, null))).isTrue();
    assertThat(tally.unwritten()).isEqualTo(Map.of(LAST, 1000L));
  }

  private long passing(int calls) {
    return IntStream.range(0, calls).filter(i -> tally.take(TENANT, LAST, 10L)).count();
  }
}
