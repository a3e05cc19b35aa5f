package org.freehold.webhooks.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.freehold.platform.TenantId;
import org.freehold.webhooks.internal.EndpointRates.Granted;
import org.freehold.webhooks.internal.EndpointRates.Wish;

/** The calls of one batch that may begin, as far as their endpoints want only so many a minute. */
final class Grants {
  private static final Logger LOG = System.getLogger(Grants.class.getName());

  /** While the database cannot say, nothing begins. */
  private static final Granted NONE = new Granted(0, Duration.ofSeconds(1));

  private final Map<UUID, Granted> granted;
  private final Map<UUID, Integer> used = new HashMap<>();

  private Grants(Map<UUID, Granted> granted) {
    this.granted = granted;
  }

  /** Asks only when an endpoint of the batch has a rate. */
  static Grants of(EndpointRates rates, TenantId tenant, List<Ready> ready) {
    Map<UUID, Wish> wishes =
        ready.stream()
            .filter(one -> one.perMinute() != null)
            .collect(
                Collectors.toMap(
                    one -> one.claimed().endpoint(),
                    one -> new Wish(one.perMinute(), 1),
                    (a, b) -> new Wish(Math.min(a.perMinute(), b.perMinute()), a.count() + 1)));
    if (wishes.isEmpty()) {
      return new Grants(Map.of());
    }
    try {
      return new Grants(rates.take(tenant, wishes));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "It is not known how fast endpoints may be called: soon again", e);
      return new Grants(Map.of());
    }
  }

  /** Null when the call may begin, which it then does; otherwise how long it has to wait. */
  Duration take(Ready ready) {
    UUID endpoint = ready.claimed().endpoint();
    Granted of = granted.getOrDefault(endpoint, NONE);
    return used.merge(endpoint, 1, Integer::sum) <= of.count() ? null : of.next();
  }
}
