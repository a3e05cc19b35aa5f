package org.freehold.limits.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.freehold.limits.internal.UsageRepository.DayOfUse;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Meter;
import org.freehold.platform.Node;
import org.freehold.platform.TenantRef;

/** The short transactions in which a node learns and writes what the tenant of the call used. */
@Stateless
public class UsageBook {
  private static final int SHARDS = 16;

  @Inject private UsageRepository usage;
  @Inject private QuotaLimits limits;
  @Inject private QuotaNotices notices;
  @Inject private Node node;

  /** What all nodes wrote for the month. */
  public long total(Meter meter, YearMonth month) {
    return totals(month).getOrDefault(meter.name(), 0L);
  }

  /**
   * Adds what this node counted, announces what that reaches, and answers the totals of the month
   * by meter.
   */
  public Map<String, Long> write(Map<Meter, Map<LocalDate, Long>> counted, YearMonth month) {
    TenantRef tenant = CurrentCall.get().requireTenant();
    int shard = Math.floorMod(node.name().hashCode(), SHARDS);
    // Always in the same order, so that two nodes never wait for each other.
    Map<String, Meter> ordered = new TreeMap<>();
    counted.keySet().forEach(meter -> ordered.put(meter.name(), meter));
    ordered
        .values()
        .forEach(
            meter ->
                new TreeMap<>(counted.get(meter))
                    .forEach((day, count) -> usage.add(tenant.id(), meter, day, shard, count)));
    Map<String, Long> totals = totals(month);
    ordered
        .values()
        .forEach(meter -> announce(tenant, meter, totals.getOrDefault(meter.name(), 0L)));
    return totals;
  }

  private void announce(TenantRef tenant, Meter meter, long used) {
    limits.of(tenant, meter).ifPresent(limit -> notices.tell(tenant.id(), meter, used, limit));
  }

  private Map<String, Long> totals(YearMonth month) {
    Map<String, Long> totals = new HashMap<>();
    for (DayOfUse day : usage.since(CurrentCall.tenantId(), month.atDay(1))) {
      if (YearMonth.from(day.day()).equals(month)) {
        totals.merge(day.meter(), day.count(), Long::sum);
      }
    }
    return totals;
  }
}
