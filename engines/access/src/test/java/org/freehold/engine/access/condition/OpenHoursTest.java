package org.freehold.engine.access.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpenHoursTest {

  private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  @Test
  void opensByTheClocksOfItsZone() {
    OpenHours office = hours(WEEKDAYS, 9 * 60, 17 * 60, "America/New_York");
    assertThat(office.contains(Instant.parse("2026-11-20T13:59:59Z"))).isFalse();
    assertThat(office.contains(Instant.parse("2026-11-20T14:00:00Z"))).isTrue();
    assertThat(office.contains(Instant.parse("2026-11-20T21:59:59.999Z"))).isTrue();
    assertThat(office.contains(Instant.parse("2026-11-20T22:00:00Z"))).isFalse();
    assertThat(office.contains(Instant.parse("2026-11-21T15:00:00Z"))).isFalse();
    assertThat(office.contains(Instant.parse("2026-07-20T13:00:00Z"))).as("summer time").isTrue();
    assertThat(office.contains(Instant.parse("2026-11-20T14:00:00Z"))).as("winter again").isTrue();
  }

  @Test
  void aNightBelongsToTheDayOnWhichItBegins() {
    OpenHours night = hours(Set.of(DayOfWeek.FRIDAY), 22 * 60, 6 * 60, "UTC");
    assertThat(night.contains(Instant.parse("2026-11-20T22:00:00Z"))).isTrue();
    assertThat(night.contains(Instant.parse("2026-11-21T05:59:00Z"))).isTrue();
    assertThat(night.contains(Instant.parse("2026-11-21T06:00:00Z"))).isFalse();
    assertThat(night.contains(Instant.parse("2026-11-20T05:00:00Z"))).isFalse();
  }

  @Test
  void remembersNoOffsetForTooLong() {
    Random random = new Random(7);
    for (String zone :
        List.of("Europe/Berlin", "America/St_Johns", "Asia/Kolkata", "Pacific/Apia")) {
      TimeWindow window = new TimeWindow(WEEKDAYS, 8 * 60, 20 * 60, ZoneId.of(zone));
      OpenHours remembering = new OpenHours(window);
      for (int round = 0; round < 2_000; round++) {
        Instant moment = Instant.ofEpochSecond(random.nextLong(-2_000_000_000L, 4_000_000_000L));
        ZonedDateTime local = moment.atZone(window.zone());
        int minute = local.getHour() * 60 + local.getMinute();
        assertThat(remembering.contains(moment))
            .as("%s in %s", moment, zone)
            .isEqualTo(window.contains(local.getDayOfWeek(), minute));
      }
    }
  }

  private static OpenHours hours(Set<DayOfWeek> days, int from, int to, String zone) {
    return new OpenHours(new TimeWindow(days, from, to, ZoneId.of(zone)));
  }
}
