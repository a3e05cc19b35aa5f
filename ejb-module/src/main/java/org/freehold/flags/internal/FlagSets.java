package org.freehold.flags.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.freehold.access.FlagState;
import org.freehold.access.FlagStates;
import org.freehold.platform.TenantId;

/** The compiled flags of tenants, once for each state of them. */
@ApplicationScoped
public class FlagSets {
  /** So that a tenant without flags is not free. */
  private static final int LEAST_WEIGHT = 10;

  private static final int MOST_ATTEMPTS = 5;

  private final Lock[] loading =
      Stream.generate(ReentrantLock::new).limit(64).toArray(ReentrantLock[]::new);

  @Inject private FlagRepository flags;
  @Inject private SegmentRepository segments;
  @Inject private FlagStates states;

  @Inject
  @ConfigProperty(name = "freehold.flags.cached-flags")
  private long cachedFlags;

  private Cache<TenantId, Kept> cache;

  private record Kept(FlagState state, TenantFlags flags) {}

  @PostConstruct
  void open() {
    cache =
        Caffeine.newBuilder()
            .maximumWeight(cachedFlags)
            .weigher((TenantId tenant, Kept kept) -> LEAST_WEIGHT + kept.flags().weight())
            .build();
  }

  /**
   * As this node knew them at most a second ago. Needs a transaction, and asks nothing when warm.
   */
  TenantFlags of(TenantId tenant) {
    TenantFlags known = known(tenant, states.believed(tenant));
    return known != null ? known : loaded(tenant);
  }

  private TenantFlags known(TenantId tenant, FlagState state) {
    Kept kept = cache.getIfPresent(tenant);
    return kept != null && kept.state().equals(state) ? kept.flags() : null;
  }

  /** Asks the database first, so that whoever then waits for another has a connection already. */
  private TenantFlags loaded(TenantId tenant) {
    FlagState state = states.asked(tenant);
    Lock lock = loading[Math.floorMod(tenant.hashCode(), loading.length)];
    lock.lock();
    try {
      TenantFlags known = known(tenant, state);
      return known != null ? known : loadedAsOf(tenant, state);
    } finally {
      lock.unlock();
    }
  }

  /** Two statements, read again when somebody commits in between; as with access. */
  private TenantFlags loadedAsOf(TenantId tenant, FlagState first) {
    FlagState state = first;
    TenantFlags read = null;
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      read = TenantFlags.of(flags.documents(tenant), segments.documents(tenant));
      FlagState now = states.asked(tenant);
      if (now.equals(state) && !state.open()) {
        cache.put(tenant, new Kept(state, read));
        return read;
      }
      state = now;
    }
    return read;
  }
}
