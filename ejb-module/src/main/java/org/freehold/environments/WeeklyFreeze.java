package org.freehold.environments;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * A time of each week in which nothing is promoted, as from Friday 16:00 until Monday 08:00.
 *
 * @param fromTime {@code HH:mm} on the clocks of the zone
 * @param untilTime likewise; the first moment at which promotions go on
 * @param zone of the IANA time zone database; UTC when absent
 */
public record WeeklyFreeze(
    @NotNull Weekday fromDay,
    @NotNull @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]") String fromTime,
    @NotNull Weekday untilDay,
    @NotNull @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]") String untilTime,
    @Size(max = 64) String zone) {
  public WeeklyFreeze {
    zone = zone == null ? "UTC" : zone;
  }

  /** When it ends; empty when it is not on now. */
  Optional<Instant> frozenUntil(Instant now) {
    ZonedDateTime here = now.atZone(ZoneId.of(zone));
    ZonedDateTime begun =
        here.with(TemporalAdjusters.previousOrSame(fromDay.day())).with(LocalTime.parse(fromTime));
    if (begun.isAfter(here)) {
      begun = begun.minusWeeks(1);
    }
    ZonedDateTime over =
        begun.with(TemporalAdjusters.nextOrSame(untilDay.day())).with(LocalTime.parse(untilTime));
    if (!over.isAfter(begun)) {
      over = over.plusWeeks(1);
    }
    return over.isAfter(here) ? Optional.of(over.toInstant()) : Optional.empty();
  }
}
