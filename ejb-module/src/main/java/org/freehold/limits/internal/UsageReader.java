package org.freehold.limits.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.freehold.limits.Usage;
import org.freehold.limits.internal.UsageRepository.DayOfUse;
import org.freehold.platform.DayCount;
import org.freehold.platform.Meter;
import org.freehold.platform.Metered;
import org.freehold.platform.MeteredThings;
import org.freehold.platform.TenantRef;

/** Puts together what a tenant uses: one statement for all that happens, one a kind of thing. */
@ApplicationScoped
public class UsageReader {
  private static final int DAYS = 30;

  @Inject private Meters meters;
  @Inject private QuotaLimits limits;
  @Inject private UsageRepository usage;
  @Inject private UsageTallies tallies;
  @Inject private Clock clock;

  public Usage of(TenantRef tenant) {
    Instant now = clock.instant();
    YearMonth month = YearMonth.from(LocalDate.ofInstant(now, ZoneOffset.UTC));
    Usage.Period period = new Usage.Period(start(month), start(month.plusMonths(1)));
    List<Metered> all = meters.all();
    Map<String, Map<LocalDate, Long>> days = days(tenant, all, now, month);
    List<Usage.MeterUse> items =
        all.stream()
            .map(
                metered ->
                    item(tenant, metered.meter(), used(tenant, metered, days, month), period))
            .toList();
    Map<LocalDate, Long> calls = days.getOrDefault(ApiCallGate.METER.name(), Map.of());
    return new Usage(period, items, DayCount.until(now, DAYS, calls));
  }

  private static Instant start(YearMonth month) {
    return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private Map<String, Map<LocalDate, Long>> days(
      TenantRef tenant, List<Metered> all, Instant now, YearMonth month) {
    LocalDate firstShown = DayCount.daysUntil(now, DAYS).get(0);
    LocalDate first = firstShown.isBefore(month.atDay(1)) ? firstShown : month.atDay(1);
    Map<String, Map<LocalDate, Long>> days = new HashMap<>();
    for (DayOfUse day : usage.since(tenant.id(), first)) {
      days.computeIfAbsent(day.meter(), m -> new HashMap<>()).put(day.day(), day.count());
    }
    for (Metered metered : all) {
      Meter meter = metered.meter();
      Map<LocalDate, Long> counted = days.computeIfAbsent(meter.name(), m -> new HashMap<>());
      tallies
          .unwritten(tenant.id(), meter)
          .forEach((day, count) -> counted.merge(day, count, Long::sum));
    }
    return days;
  }

  private static long used(
      TenantRef tenant, Metered metered, Map<String, Map<LocalDate, Long>> days, YearMonth month) {
    if (metered instanceof MeteredThings things) {
      return things.used(tenant.id());
    }
    return days.get(metered.meter().name()).entrySet().stream()
        .filter(day -> YearMonth.from(day.getKey()).equals(month))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private Usage.MeterUse item(TenantRef tenant, Meter meter, long used, Usage.Period period) {
    Long limit = limits.of(tenant, meter).orElse(null);
    return new Usage.MeterUse(
        meter.name(),
        used,
        limit,
        limit == null ? null : QuotaNotices.percent(used, limit),
        meter.unit().wireName(),
        meter.monthly() ? period.to() : null);
  }
}
