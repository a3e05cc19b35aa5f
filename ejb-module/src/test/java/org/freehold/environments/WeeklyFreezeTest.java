package org.freehold.environments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeeklyFreezeTest {
  private static final WeeklyFreeze WEEKEND =
      new WeeklyFreeze(Weekday.FRIDAY, "16:00", Weekday.MONDAY, "08:00", "Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    "2026-01-16T14:59:59Z,",
    "2026-01-16T15:00:00Z,2026-01-19T07:00:00Z",
    "2026-01-18T12:00:00Z,2026-01-19T07:00:00Z",
    "2026-01-19T06:59:59Z,2026-01-19T07:00:00Z",
    "2026-01-19T07:00:00Z,",
    "2026-03-28T12:00:00Z,2026-03-30T06:00:00Z"
  })
  void isOnFromFridayUntilMondayOnTheClocksOfItsZone(Instant now, Instant until) {
    assertThat(WEEKEND.frozenUntil(now).orElse(null)).isEqualTo(until);
  }

  @Test
  void mayLastForAFewHoursOfADay() {
    WeeklyFreeze noon = new WeeklyFreeze(Weekday.MONDAY, "12:00", Weekday.MONDAY, "13:00", null);
    assertThat(noon.frozenUntil(Instant.parse("2026-01-19T12:30:00Z")))
        .contains(Instant.parse("2026-01-19T13:00:00Z"));
    assertThat(noon.frozenUntil(Instant.parse("2026-01-19T13:00:00Z"))).isEmpty();
    assertThat(noon.frozenUntil(Instant.parse("2026-01-19T11:59:00Z"))).isEmpty();
  }

  @Test
  void mayLastForAlmostTheWholeWeek() {
    WeeklyFreeze nearly = new WeeklyFreeze(Weekday.MONDAY, "13:00", Weekday.MONDAY, "12:00", null);
    assertThat(nearly.frozenUntil(Instant.parse("2026-01-19T12:30:00Z"))).isEmpty();
    assertThat(nearly.frozenUntil(Instant.parse("2026-01-21T00:00:00Z")))
        .contains(Instant.parse("2026-01-26T12:00:00Z"));
  }

  @Test
  void theLastOfSeveralCounts() {
    Instant now = Instant.parse("2026-01-18T12:00:00Z");
    Instant late = Instant.parse("2026-02-01T00:00:00Z");
    EnvironmentPolicy policy =
        new EnvironmentPolicy(
            null,
            null,
            null,
            List.of(
                new FreezeWindow(null, null, WEEKEND, "Weekend"),
                new FreezeWindow(now, late, null, "Sale")),
            null);
    assertThat(policy.frozenUntil(now)).contains(late);
    assertThat(policy.frozenUntil(late)).contains(Instant.parse("2026-02-02T07:00:00Z"));
    assertThat(EnvironmentPolicy.OPEN.frozenUntil(now)).isEmpty();
  }
}
