package org.freehold.keys.internal;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.freehold.tenancy.TenancyEvents;

/**
 * The keys that were used a moment ago, so that a request with one asks the database nothing. What
 * is known is believed for a second at the most; before that a thread behind the requests asks for
 * all keys in use at once. A key that was changed on this node is forgotten with the commit.
 */
@ApplicationScoped
public class KnownKeys {
  /** Another node's revocation counts here after this time, whatever happens. */
  static final Duration BELIEVED = Duration.ofSeconds(1);

  private static final Logger LOG = System.getLogger(KnownKeys.class.getName());
  private static final long RENEWED_NANOS = Duration.ofMillis(400).toNanos();
  private static final long IN_USE_NANOS = Duration.ofSeconds(10).toNanos();
  private static final int MOST_AT_ONCE = 1000;

  /** A key as it was at a time; {@code usedAt} is written by requests without order. */
  private static final class Entry {
    private final KnownKey key;
    private final long askedAt;
    private volatile long usedAt;

    Entry(KnownKey key, long askedAt, long usedAt) {
      this.key = key;
      this.askedAt = askedAt;
      this.usedAt = usedAt;
    }
  }

  @Inject private KeyLookup lookup;
  @Resource private ManagedExecutorService executor;

  private final Map<String, Entry> entries = new ConcurrentHashMap<>();
  private final AtomicBoolean renewing = new AtomicBoolean();
  private long changes;

  /** The key with this hash; empty when there is none or it was revoked. */
  Optional<KnownKey> find(String hash) {
    Entry entry = entries.get(hash);
    long now = System.nanoTime();
    if (entry == null || now - entry.askedAt >= BELIEVED.toNanos()) {
      return load(hash);
    }
    entry.usedAt = now;
    if (now - entry.askedAt >= RENEWED_NANOS && renewing.compareAndSet(false, true)) {
      renewSoon();
    }
    return Optional.of(entry.key);
  }

  private Optional<KnownKey> load(String hash) {
    long before = changes();
    long asked = System.nanoTime();
    Map<String, KnownKey> found = lookup.find(List.of(hash));
    keep(List.of(hash), found, asked, before);
    return Optional.ofNullable(found.get(hash));
  }

  private void renewSoon() {
    try {
      executor.execute(this::renew);
    } catch (RejectedExecutionException e) {
      renewing.set(false);
      LOG.log(Level.DEBUG, "No thread to renew keys; requests ask for themselves", e);
    }
  }

  private void renew() {
    try {
      List<String> used = inUse();
      for (int from = 0; from < used.size(); from += MOST_AT_ONCE) {
        List<String> some = used.subList(from, Math.min(used.size(), from + MOST_AT_ONCE));
        long before = changes();
        long asked = System.nanoTime();
        keep(some, lookup.find(some), asked, before);
      }
    } catch (RuntimeException e) {
      // Requests ask for themselves when the second is over, and tell what is wrong.
      LOG.log(Level.WARNING, "Keys could not be renewed", e);
    } finally {
      renewing.set(false);
    }
  }

  /** The others are let go. */
  private List<String> inUse() {
    long now = System.nanoTime();
    entries.values().removeIf(entry -> now - entry.usedAt > IN_USE_NANOS);
    return new ArrayList<>(entries.keySet());
  }

  /** Nothing, when a key was changed meanwhile: what was read may be older than the change. */
  private synchronized void keep(
      Collection<String> hashes, Map<String, KnownKey> found, long asked, long before) {
    if (changes != before) {
      return;
    }
    for (String hash : hashes) {
      KnownKey key = found.get(hash);
      Entry old = entries.get(hash);
      if (key == null) {
        entries.remove(hash);
      } else if (old == null || old.askedAt < asked) {
        entries.put(hash, new Entry(key, asked, old == null ? asked : old.usedAt));
      }
    }
  }

  private synchronized long changes() {
    return changes;
  }

  /** At once on this node: with the commit, before the change is answered. */
  synchronized void forget(
      @Observes(during = TransactionPhase.AFTER_SUCCESS) ApiKeyChanged changed) {
    changes++;
    entries.values().removeIf(entry -> entry.key.id().equals(changed.id()));
  }

  synchronized void forget(
      @Observes(during = TransactionPhase.AFTER_SUCCESS) TenancyEvents.AccessRulesUpdated changed) {
    changes++;
    entries.values().removeIf(entry -> entry.key.tenant().id().equals(changed.id()));
  }
}
