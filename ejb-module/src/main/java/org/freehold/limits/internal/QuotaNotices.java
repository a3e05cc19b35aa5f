package org.freehold.limits.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.freehold.limits.QuotaEvents;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.Meter;
import org.freehold.platform.TenantId;

/**
 * Announces what is used of a quota, once a month for each threshold. Reaching both at once is told
 * by the higher one only.
 */
@ApplicationScoped
public class QuotaNotices {
  private static final int WARNING = 80;
  private static final int FULL = 100;

  @Inject private UsageRepository usage;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  void tell(TenantId tenant, Meter meter, long used, long limit) {
    long percent = percent(used, limit);
    if (percent < WARNING) {
      return;
    }
    LocalDate month = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).withDayOfMonth(1);
    String name = meter.name();
    boolean warned = usage.notice(tenant, meter, month, WARNING, clock.instant());
    if (percent < FULL) {
      if (warned) {
        events.fire(new QuotaEvents.Warning(name, used, limit, percent, month));
      }
    } else if (usage.notice(tenant, meter, month, FULL, clock.instant())) {
      events.fire(new QuotaEvents.Exceeded(name, used, limit, percent, month));
    }
  }

  /** Rounded down, so that 100 is never told too early; exact for every number of bytes. */
  static long percent(long used, long limit) {
    return used > Long.MAX_VALUE / FULL ? used / (limit / FULL) : used * FULL / limit;
  }
}
