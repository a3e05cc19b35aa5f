package org.freehold.plans.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class BillingPeriodTest {
  @Test
  void monthsOfA31stEndOnTheLastDayAndComeBackToIt() {
    BillingPeriod january = BillingPeriod.starting(Instant.parse("2027-01-31T10:00:00Z"));
    BillingPeriod february = january.next();
    assertThat(january.to()).isEqualTo(Instant.parse("2027-02-28T10:00:00Z"));
    assertThat(february.from()).isEqualTo(january.to());
    assertThat(february.to()).isEqualTo(Instant.parse("2027-03-31T10:00:00Z"));
    assertThat(february.next().to()).isEqualTo(Instant.parse("2027-04-30T10:00:00Z"));
    assertThat(february.next().next().to()).isEqualTo(Instant.parse("2027-05-31T10:00:00Z"));
  }

  @Test
  void monthsFollowOneAnotherOverTheYears() {
    BillingPeriod month = BillingPeriod.starting(Instant.parse("2028-02-29T23:59:59Z"));
    for (int i = 0; i < 48; i++) {
      BillingPeriod next = month.next();
      assertThat(next.from()).isEqualTo(month.to());
      assertThat(next.to()).isAfter(next.from());
      month = next;
    }
    assertThat(month.to()).isEqualTo(Instant.parse("2032-03-29T23:59:59Z"));
  }
}
