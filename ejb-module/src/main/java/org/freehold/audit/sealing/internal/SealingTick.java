package org.freehold.audit.sealing.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.freehold.audit.internal.AuditSettings;
import org.freehold.audit.internal.LogOrigin;
import org.freehold.platform.TenantDirectory;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRef;
import org.freehold.platform.work.Deployment;

/**
 * Seals a few times a second on every node, a batch of each tenant in turn, so that no tenant waits
 * for another's backlog. What was pending before this version is sealed at its first start.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class SealingTick {
  private static final Logger LOG = System.getLogger(SealingTick.class.getName());

  /** At once on one node, when many tenants are busy: commits wait for the disk together. */
  private static final int LANES = 4;

  private static final int WORTH_A_LANE = 8;

  private static final Duration DAMAGED = Duration.ofSeconds(30);

  @Resource private ManagedScheduledExecutorService executor;
  @Resource private ManagedExecutorService lanes;
  @Inject private PendingTrails pending;
  @Inject private TenantDirectory tenants;
  @Inject private Sealer sealer;
  @Inject private AuditSettings settings;
  @Inject private Deployment deployment;
  @Inject private LogOrigin origin;
  @Inject private Clock clock;

  private ScheduledFuture<?> ticking;

  /** When those that are damaged are tried again. */
  private final Map<TenantId, Instant> later = new ConcurrentHashMap<>();

  @PostConstruct
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void start() {
    // Found out now whether it can be known, and told if it is another than the setting.
    LOG.log(Level.DEBUG, "The log of the platform is {0}", origin.logOf(TenantId.PLATFORM));
    long pause = settings.sealPause().toMillis();
    ticking = executor.scheduleWithFixedDelay(this::tick, 1000, pause, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    ticking.cancel(false);
  }

  private void tick() {
    try {
      while (deployment.isOver() && sealBatches()) {
        LOG.log(Level.DEBUG, "More events wait for their places");
      }
    } catch (RuntimeException e) {
      // An exception would end the schedule for good: the database may only be restarting.
      LOG.log(Level.WARNING, "Sealing failed and goes on", e);
    }
  }

  /** Whether some tenant has more than it was given. */
  private boolean sealBatches() {
    Instant now = clock.instant();
    later.values().removeIf(now::isAfter);
    Queue<TenantId> waiting = new ConcurrentLinkedQueue<>(pending.tenants());
    waiting.removeIf(later::containsKey);
    // Nobody waits for them: who comes too late finds nothing left.
    for (int lane = 1; lane < Math.min(LANES, waiting.size() / WORTH_A_LANE); lane++) {
      try {
        lanes.execute(() -> sealFrom(waiting));
      } catch (RejectedExecutionException e) {
        LOG.log(Level.DEBUG, "There is no thread for another lane: this one seals them all", e);
        break;
      }
    }
    return sealFrom(waiting);
  }

  private boolean sealFrom(Queue<TenantId> waiting) {
    boolean more = false;
    for (TenantId next = waiting.poll(); next != null; next = waiting.poll()) {
      more |= sealOne(next) == Sealer.BATCH;
    }
    return more;
  }

  /** What is wrong with one trail must not keep the others waiting. */
  private int sealOne(TenantId id) {
    try {
      Optional<TenantRef> tenant = tenants.byId(id);
      return tenant.isEmpty() ? 0 : sealer.seal(tenant.get());
    } catch (TrailNotConsistent e) {
      // Told where it was found.
      later.put(id, clock.instant().plus(DAMAGED));
      return 0;
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The trail of tenant " + id.value() + " could not be sealed", e);
      return 0;
    }
  }
}
