package org.freehold.environments;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;

/**
 * A time in which nothing is promoted: once, from one moment until another, or each week.
 *
 * @param from null for a weekly one
 * @param until the first moment at which promotions go on; null for a weekly one
 * @param weekly null for one that comes once
 */
public record FreezeWindow(
    Instant from,
    Instant until,
    @Valid WeeklyFreeze weekly,
    @NotBlank @Size(max = 500) String reason) {

  /** When it ends; empty when it is not on now. */
  public Optional<Instant> frozenUntil(Instant now) {
    if (weekly != null) {
      return weekly.frozenUntil(now);
    }
    return now.isBefore(from) || !now.isBefore(until) ? Optional.empty() : Optional.of(until);
  }
}
