package org.freehold.access.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.freehold.engine.access.TenantFacts;
import org.freehold.engine.access.TenantSnapshot;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRef;

/** All that decides over access in a tenant, compiled once for each state of it. */
@ApplicationScoped
public class AccessSnapshots {
  /** So that a tenant whose roles nobody has is not free. */
  private static final int LEAST_WEIGHT = 100;

  private static final int MOST_ATTEMPTS = 5;

  private final Lock[] loading =
      Stream.generate(ReentrantLock::new).limit(64).toArray(ReentrantLock[]::new);

  @Inject private SnapshotRepository snapshots;
  @Inject private AccessStates states;

  @Inject
  @ConfigProperty(name = "freehold.access.cached-subjects")
  private long cachedSubjects;

  private Cache<TenantId, Kept> cache;

  private record Kept(AccessState state, TenantAccess access) {
    int weight() {
      TenantSnapshot snapshot = access.snapshot();
      return LEAST_WEIGHT + snapshot.subjectIds().size() + snapshot.grants().size();
    }
  }

  @PostConstruct
  void open() {
    cache =
        Caffeine.newBuilder()
            .maximumWeight(cachedSubjects)
            .weigher((TenantId tenant, Kept kept) -> kept.weight())
            .build();
  }

  /** As {@link #believed}, without what only calls need. */
  public TenantSnapshot believedSnapshot(TenantRef tenant) {
    return believed(tenant).snapshot();
  }

  /** For a call that only reads: as this node knew it at most a second ago. */
  TenantAccess believed(TenantRef tenant) {
    TenantAccess known = known(tenant, states.believed(tenant.id()));
    return known != null ? known : current(tenant);
  }

  /**
   * As it is for the running transaction, its own changes included. Asks the database first, so
   * that whoever then waits for another to read has a connection already, and so has the other.
   */
  TenantAccess current(TenantRef tenant) {
    AccessState state = states.asked(tenant.id());
    if (state.open()) {
      // What this transaction has changed itself is nobody else's before it commits.
      return snapshots.load(facts(tenant), state);
    }
    TenantAccess known = known(tenant, state);
    return known != null ? known : loaded(tenant, state);
  }

  /** Null when it is not there, or of another state of the tenant. */
  private TenantAccess known(TenantRef tenant, AccessState state) {
    Kept kept = cache.getIfPresent(tenant.id());
    boolean valid =
        kept != null
            && kept.state().equals(state)
            && kept.access().snapshot().tenant().equals(facts(tenant));
    return valid ? kept.access() : null;
  }

  /** Once for all who wait for it. */
  private TenantAccess loaded(TenantRef tenant, AccessState state) {
    Lock lock = loading[Math.floorMod(tenant.id().hashCode(), loading.length)];
    lock.lock();
    try {
      TenantAccess known = known(tenant, state);
      if (known != null) {
        return known;
      }
      return loadedAsOf(tenant, state);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Read in several statements: what somebody commits in between is in some of them only, and it is
   * read again. Where changes never end, what was read last counts for this call and is not kept.
   */
  private TenantAccess loadedAsOf(TenantRef tenant, AccessState first) {
    AccessState state = first;
    TenantAccess access = null;
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      access = snapshots.load(facts(tenant), state);
      AccessState now = states.asked(tenant.id());
      if (now.equals(state)) {
        cache.put(tenant.id(), new Kept(state, access));
        return access;
      }
      state = now;
    }
    return access;
  }

  private static TenantFacts facts(TenantRef tenant) {
    return new TenantFacts(tenant.id().value(), tenant.status(), tenant.plan().tier());
  }
}
