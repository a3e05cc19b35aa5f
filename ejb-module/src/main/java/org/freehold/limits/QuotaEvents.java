package org.freehold.limits;

import java.time.LocalDate;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.EventType;
import org.freehold.platform.OrNull;

/** What the world hears of quotas: each at most once a month for a meter. */
public final class QuotaEvents {
  private QuotaEvents() {}

  /** Four fifths of a quota are used. */
  @EventType(value = "quota.warning", description = "Four fifths of a quota are used.")
  public record Warning(String meter, long used, long limit, long percent, @OrNull LocalDate month)
      implements DomainEvent {}

  /** A quota is used up. */
  @EventType(value = "quota.exceeded", description = "A quota is used up.")
  public record Exceeded(String meter, long used, long limit, long percent, @OrNull LocalDate month)
      implements DomainEvent {}
}
