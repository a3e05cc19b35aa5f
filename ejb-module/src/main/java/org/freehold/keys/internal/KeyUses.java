package org.freehold.keys.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.freehold.keys.ApiKeyId;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantRef;

/**
 * Counts requests by key and day in memory and writes the sums down now and then: no row is written
 * with a request, and none is hot. What a node had not written yet when it was killed is lost.
 */
@ApplicationScoped
public class KeyUses {
  private static final Logger LOG = System.getLogger(KeyUses.class.getName());

  private record Slot(ApiKeyId key, LocalDate day) {}

  private record Use(TenantRef tenant, long requests, Instant last) {
    Use plus(Use other) {
      return new Use(
          other.tenant, requests + other.requests, last.isAfter(other.last) ? last : other.last);
    }
  }

  /** What one key did on one day since the last time. */
  record Count(ApiKeyId key, LocalDate day, long requests, Instant last) {}

  @Inject private KeyUseRecords records;
  private final Map<Slot, Use> uses = new ConcurrentHashMap<>();

  void count(KnownKey key, Instant now) {
    Slot slot = new Slot(key.id(), LocalDate.ofInstant(now, ZoneOffset.UTC));
    uses.merge(slot, new Use(key.tenant(), 1, now), Use::plus);
  }

  /** Writes down what was counted, one transaction a tenant; what fails is tried again. */
  void flush() {
    Map<TenantRef, List<Count>> byTenant = new HashMap<>();
    for (Slot slot : uses.keySet()) {
      Use use = uses.remove(slot);
      if (use != null) {
        byTenant
            .computeIfAbsent(use.tenant(), tenant -> new ArrayList<>())
            .add(new Count(slot.key(), slot.day(), use.requests(), use.last()));
      }
    }
    byTenant.forEach(this::write);
  }

  private void write(TenantRef tenant, List<Count> counts) {
    try {
      CurrentCall.within(
          CallContext.system("api-keys", tenant),
          () -> {
            records.add(tenant.id(), counts);
            return null;
          });
    } catch (RuntimeException e) {
      // One tenant whose counts cannot be written must not silence the others.
      LOG.log(Level.WARNING, "The use of API keys was not written; it will be tried again", e);
      counts.forEach(
          c ->
              uses.merge(
                  new Slot(c.key(), c.day()), new Use(tenant, c.requests(), c.last()), Use::plus));
    }
  }
}
