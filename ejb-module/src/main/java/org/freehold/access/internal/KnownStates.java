package org.freehold.access.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import org.freehold.platform.TenantId;

/**
 * The states that this node knows of, and since when it is sure of them. Believed is a state for a
 * second after the last look at all changes; who is not sure asks the database.
 */
final class KnownStates {
  static final Duration BELIEVED = Duration.ofSeconds(1);

  private final Cache<TenantId, AccessState> states =
      Caffeine.newBuilder().maximumSize(100_000).build();
  private long lookedAt;
  private boolean looked;
  private String next;
  private long changes;

  /** Null when this node is not sure of it at this moment, in nanoseconds. */
  synchronized AccessState believed(TenantId tenant, long now) {
    return looked && now - lookedAt < BELIEVED.toNanos() ? states.getIfPresent(tenant) : null;
  }

  /** To be read before the database is asked, for {@link #keep}. */
  synchronized long changes() {
    return changes;
  }

  /** What a transaction read; not when this node changed something meanwhile. */
  synchronized void keep(TenantId tenant, AccessState state, long before) {
    if (looked && changes == before) {
      keepNewer(tenant, state);
    }
  }

  /** A transaction of this node is about to be seen; the next one asks the database. */
  synchronized void forget(TenantId tenant) {
    changes++;
    states.invalidate(tenant);
  }

  /** From where to look; null for the first time. */
  synchronized String next() {
    return next;
  }

  /**
   * What a look that began at this moment saw.
   *
   * @param then from where to look the next time; when that lies before where it looked, the
   *     database is another one, and nothing that is known counts
   */
  synchronized void look(Map<TenantId, AccessState> seen, String then, long now) {
    if (next == null || Long.parseUnsignedLong(then) < Long.parseUnsignedLong(next)) {
      states.invalidateAll();
      changes++;
    }
    seen.forEach(this::keepNewer);
    next = then;
    lookedAt = now;
    looked = true;
  }

  private void keepNewer(TenantId tenant, AccessState state) {
    AccessState known = states.getIfPresent(tenant);
    if (known == null || known.version() < state.version()) {
      states.put(tenant, state);
    }
  }
}
