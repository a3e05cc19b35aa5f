package org.freehold.access.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;

/**
 * The states that this node knows of, and since when it is sure of them. Believed is a state for a
 * second after the last look at all changes; who is not sure asks the database.
 *
 * @param <K> says of whom, and of what
 */
final class KnownStates<K> {
  static final Duration BELIEVED = Duration.ofSeconds(1);

  private final Cache<K, AccessState> states = Caffeine.newBuilder().maximumSize(100_000).build();
  private long lookedAt;
  private boolean looked;
  private String next;
  private long changes;

  /** Null when this node is not sure of it at this moment, in nanoseconds. */
  synchronized AccessState believed(K of, long now) {
    return looked && now - lookedAt < BELIEVED.toNanos() ? states.getIfPresent(of) : null;
  }

  /** To be read before the database is asked, for {@link #keep}. */
  synchronized long changes() {
    return changes;
  }

  /** What a transaction read; not when this node changed something meanwhile. */
  synchronized void keep(K of, AccessState state, long before) {
    if (looked && changes == before) {
      keepNewer(of, state);
    }
  }

  /** A transaction of this node is about to be seen; the next one asks the database. */
  synchronized void forget(K of) {
    changes++;
    states.invalidate(of);
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
   * @param before the changes when it began: of what this node changed since, it may have seen the
   *     state before, and that is forgotten
   */
  synchronized void look(Map<K, AccessState> seen, String then, long now, long before) {
    boolean alone = changes == before;
    if (next == null || Long.parseUnsignedLong(then) < Long.parseUnsignedLong(next)) {
      states.invalidateAll();
      changes++;
    }
    seen.forEach(
        (of, state) -> {
          if (alone || states.getIfPresent(of) != null) {
            keepNewer(of, state);
          }
        });
    next = then;
    lookedAt = now;
    looked = true;
  }

  private void keepNewer(K of, AccessState state) {
    AccessState known = states.getIfPresent(of);
    if (known == null || known.version() < state.version()) {
      states.put(of, state);
    }
  }
}
