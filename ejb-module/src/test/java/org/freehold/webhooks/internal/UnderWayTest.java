package org.freehold.webhooks.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.junit.jupiter.api.Test;

class UnderWayTest {
  private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");

  private static final long UNTIL = Long.MAX_VALUE - 5;

  private final UnderWay underWay = new UnderWay(new UnderWay.Bounds(2, 2, 1));

  @Test
  void aCallThatEndsTwiceFreesOnePlace() {
    Claimed one = begun();
    begun();
    underWay.end(one);
    underWay.end(one);
    assertThat(underWay.room(Lane.NORMAL)).isEqualTo(1);
  }

  @Test
  void whatIsNotYetOnRecordHasABound() {
    List<Claimed> called = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Claimed one = begun();
      underWay.end(one);
      called.add(one);
    }
    assertThat(underWay.room(Lane.NORMAL)).isZero();
    underWay.letGo(called.subList(0, 1));
    assertThat(underWay.room(Lane.NORMAL)).isEqualTo(1);
  }

  @Test
  void aCallThatNeverEndsIsNotHeldForEver() {
    Claimed lost = begun();
    Claimed ended = begun();
    underWay.end(ended);
    assertThat(underWay.forget(NOW.plusSeconds(60))).isEmpty();
    assertThat(underWay.forget(NOW.plusSeconds(301))).containsExactly(lost);
    assertThat(underWay.held()).as("it waits for its record").containsExactly(ended);
    assertThat(underWay.room(Lane.NORMAL)).isEqualTo(2);
  }

  @Test
  void aNodeThatStopsBeginsNoMore() {
    underWay.close();
    assertThat(underWay.room(Lane.NORMAL)).isZero();
  }

  @Test
  void whatIsHeldIsOursUntilItsLeaseEndsByAClockThatWraps() {
    Claimed one = begun();
    assertThat(underWay.isOurs(one, UNTIL - 1)).isTrue();
    assertThat(underWay.isOurs(one, UNTIL)).isFalse();
    underWay.hold(List.of(one), UNTIL + 10);
    assertThat(underWay.isOurs(one, UNTIL + 9)).isTrue();
    assertThat(underWay.isOurs(one, UNTIL + 10)).isFalse();
    underWay.letGo(List.of(one));
    underWay.hold(List.of(one), UNTIL + 10);
    assertThat(underWay.isOurs(one, UNTIL - 1)).as("nor is it held again").isFalse();
  }

  private Claimed begun() {
    Claimed one =
        new Claimed(
            new TenantId(Uuid7.next()), Uuid7.next(), Uuid7.next(), Lane.NORMAL, 1, NOW, 0, UNTIL);
    underWay.begin(List.of(one), NOW);
    return one;
  }
}
