package org.freehold.webhooks.internal;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRef;

/**
 * Tenants as they were within the last second: a batch of deliveries of a busy tenant is small, and
 * to ask for the tenant was a transaction beside each. All are forgotten together, so that those of
 * which nothing more is sent do not stay.
 */
final class RecentTenants {
  static final Duration FRESH = Duration.ofSeconds(1);

  private record Known(long since, Map<TenantId, TenantRef> tenants) {}

  private final Function<TenantId, TenantRef> directory;
  private final LongSupplier nanos;
  private volatile Known known;

  /**
   * @param directory throws when there is no such tenant
   * @param nanos of a clock that only goes on
   */
  RecentTenants(Function<TenantId, TenantRef> directory, LongSupplier nanos) {
    this.directory = directory;
    this.nanos = nanos;
    known = none();
  }

  TenantRef byId(TenantId id) {
    Known now = known;
    if (nanos.getAsLong() - now.since() >= FRESH.toNanos()) {
      now = none();
      known = now;
    }
    TenantRef found = now.tenants().get(id);
    if (found == null) {
      found = directory.apply(id);
      now.tenants().put(id, found);
    }
    return found;
  }

  void forget(TenantId id) {
    known.tenants().remove(id);
  }

  private Known none() {
    return new Known(nanos.getAsLong(), new ConcurrentHashMap<>());
  }
}
