package org.freehold.access.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.freehold.access.FlagState;
import org.freehold.platform.TenantId;

/**
 * Tells which state a tenant's access is in, and its flags. A call that changes something is told
 * what the database says at that moment. One that only reads is told what this node learned a
 * moment ago: while there are calls it asks many times a second, for all tenants at once, what has
 * changed.
 */
@ApplicationScoped
public class AccessStates {
  private static final Logger LOG = System.getLogger(AccessStates.class.getName());
  private static final long IN_USE_NANOS = Duration.ofSeconds(10).toNanos();

  private final KnownStates<StateKey> known = new KnownStates<>();
  private volatile long usedAt;
  private ScheduledFuture<?> looking;

  @Inject private AccessVersions versions;
  @Inject private AccessChanges changes;
  @Resource private ManagedScheduledExecutorService executor;

  @Inject
  @ConfigProperty(name = "freehold.access.look-milliseconds")
  private int milliseconds;

  @PostConstruct
  void start() {
    usedAt = System.nanoTime();
    looking =
        executor.scheduleWithFixedDelay(
            this::look, milliseconds, milliseconds, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    looking.cancel(false);
  }

  /** For a call that only reads. */
  AccessState believed(TenantId tenant) {
    return believed(StateKey.access(tenant));
  }

  /** As the running transaction sees it. */
  AccessState asked(TenantId tenant) {
    return asked(StateKey.access(tenant));
  }

  /** As {@link #believed}, of the tenant's flags. */
  public FlagState believedFlags(TenantId tenant) {
    return flags(believed(StateKey.flags(tenant)));
  }

  /** As {@link #asked}, of the tenant's flags. */
  public FlagState askedFlags(TenantId tenant) {
    return flags(asked(StateKey.flags(tenant)));
  }

  private static FlagState flags(AccessState state) {
    return new FlagState(state.version(), state.transaction(), state.open());
  }

  private AccessState believed(StateKey key) {
    long now = System.nanoTime();
    usedAt = now;
    AccessState state = known.believed(key, now);
    return state != null ? state : asked(key);
  }

  private AccessState asked(StateKey key) {
    long before = known.changes();
    AccessState state = versions.of(key);
    if (!state.open()) {
      known.keep(key, state, before);
    }
    return state;
  }

  /** At once on this node: with the commit, before the change is answered. */
  void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) TenantTouched touched) {
    known.forget(StateKey.access(touched.tenant()));
    known.forget(StateKey.flags(touched.tenant()));
  }

  private void look() {
    long now = System.nanoTime();
    if (now - usedAt > IN_USE_NANOS) {
      return;
    }
    try {
      long before = known.changes();
      AccessChanges.Changes seen = changes.since(known.next());
      known.look(seen.states(), seen.next(), now, before);
    } catch (RuntimeException e) {
      // Calls ask for themselves when the second is over, and tell what is wrong.
      LOG.log(Level.WARNING, "What changed in access could not be asked", e);
    }
  }
}
