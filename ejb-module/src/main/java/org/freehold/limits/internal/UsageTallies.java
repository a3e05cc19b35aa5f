package org.freehold.limits.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Meter;
import org.freehold.platform.MeteredUse;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRef;

/** The monthly meters of the tenants that this node serves, in memory. */
@ApplicationScoped
public class UsageTallies {
  record Key(TenantId tenant, Meter meter) {}

  private final Map<Key, Tally> tallies = new ConcurrentHashMap<>();
  @Inject private UsageBook book;
  @Inject private Clock clock;

  /** Read from the database when this node sees the tenant for the first time. */
  Tally of(TenantRef tenant, Meter meter) {
    Key key = new Key(tenant.id(), meter);
    Tally known = tallies.get(key);
    if (known != null) {
      return known;
    }
    Tally read = read(tenant, meter);
    Tally first = tallies.putIfAbsent(key, read);
    return first == null ? read : first;
  }

  private Tally read(TenantRef tenant, Meter meter) {
    YearMonth month = YearMonth.from(today());
    CallContext call = CurrentCall.orNull();
    if (call != null && call.tenant() != null && call.tenantId().equals(tenant.id())) {
      return new Tally(tenant, month, book.total(meter, month));
    }
    try (CurrentCall.Scope scope = CurrentCall.open(CallContext.system("usage", tenant))) {
      java.util.Objects.requireNonNull(scope);
      return new Tally(tenant, month, book.total(meter, month));
    }
  }

  /** Counts one call, unless the month has no room for it. */
  boolean take(TenantRef tenant, Meter meter, Long limit) {
    return of(tenant, meter).take(tenant, today(), limit);
  }

  void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) MeteredUse use) {
    // Where the total is not known yet, it is after the next writing.
    tallies
        .computeIfAbsent(
            new Key(use.tenant().id(), use.meter()),
            key -> new Tally(use.tenant(), YearMonth.from(today()), 0))
        .add(use.tenant(), today(), use.count());
  }

  /** What this node has not written yet, by day. */
  Map<LocalDate, Long> unwritten(TenantId tenant, Meter meter) {
    Tally known = tallies.get(new Key(tenant, meter));
    return known == null ? Map.of() : known.unwritten();
  }

  Map<Key, Tally> all() {
    return Map.copyOf(tallies);
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
