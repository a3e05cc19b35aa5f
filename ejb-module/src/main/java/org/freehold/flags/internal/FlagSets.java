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
import org.freehold.engine.flags.FlagSet;
import org.freehold.platform.TenantId;

/**
 * The flags of tenants, and the same compiled for their environments, once for each state of them.
 * Both are weighed by the length of the documents that they are of; what nobody asked for lately
 * goes first.
 */
@ApplicationScoped
public class FlagSets {
  /** So that a tenant without flags is not free. */
  private static final int LEAST_WEIGHT = 1_000;

  private static final int MOST_ATTEMPTS = 5;

  private final Lock[] loading =
      Stream.generate(ReentrantLock::new).limit(64).toArray(ReentrantLock[]::new);

  @Inject private FlagRepository flags;
  @Inject private SegmentRepository segments;
  @Inject private FlagStates states;

  @Inject
  @ConfigProperty(name = "freehold.flags.cached-bytes")
  long cachedBytes;

  private Cache<TenantId, Kept> cache;
  private Cache<Compiled, FlagSet> compiled;

  private record Kept(FlagState state, TenantFlags flags) {}

  /** The length is one of the revision. */
  private record Compiled(TenantId tenant, String revision, String environment, int length) {}

  @PostConstruct
  void open() {
    long half = cachedBytes / 2;
    cache =
        Caffeine.newBuilder()
            .maximumWeight(half)
            .weigher((TenantId tenant, Kept kept) -> weight(kept.flags().length(), half))
            .build();
    compiled =
        Caffeine.newBuilder()
            .maximumWeight(half)
            .weigher((Compiled which, FlagSet set) -> weight(which.length(), half))
            .build();
  }

  /** What is too large to be kept beside others is kept alone. */
  private static int weight(int length, long most) {
    return (int) Math.min(LEAST_WEIGHT + (long) length, Math.min(most, Integer.MAX_VALUE));
  }

  /** Compiled once for all who wait for it. */
  FlagSet in(TenantId tenant, TenantFlags flags, String environment) {
    return compiled.get(
        new Compiled(tenant, flags.revision(), flags.toldApart(environment), flags.length()),
        which -> flags.compiled(which.environment()));
  }

  /** How many environments' flags are compiled. */
  long compiledNow() {
    compiled.cleanUp();
    return compiled.estimatedSize();
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
