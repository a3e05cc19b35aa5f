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
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.freehold.audit.internal.AuditSettings;
import org.freehold.platform.TenantDirectory;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRef;

/**
 * Seals a few times a second on every node, a batch of each tenant in turn, so that no tenant waits
 * for another's backlog. What was pending before this version is sealed at its first start.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class SealingTick {
  private static final Logger LOG = System.getLogger(SealingTick.class.getName());

  @Resource private ManagedScheduledExecutorService executor;
  @Inject private PendingTrails pending;
  @Inject private TenantDirectory tenants;
  @Inject private Sealer sealer;
  @Inject private AuditSettings settings;

  private ScheduledFuture<?> ticking;

  @PostConstruct
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void start() {
    long pause = settings.sealPause().toMillis();
    ticking = executor.scheduleWithFixedDelay(this::tick, 1000, pause, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    ticking.cancel(false);
  }

  private void tick() {
    try {
      while (sealBatches()) {
        LOG.log(Level.DEBUG, "More events wait for their places");
      }
    } catch (RuntimeException e) {
      // An exception would end the schedule for good: the database may only be restarting.
      LOG.log(Level.WARNING, "Sealing failed and goes on", e);
    }
  }

  /** Whether some tenant has more than it was given. */
  private boolean sealBatches() {
    boolean more = false;
    List<TenantId> waiting = pending.tenants();
    for (TenantId tenant : waiting) {
      more |= sealOne(tenant) == Sealer.BATCH;
    }
    return more;
  }

  /** What is wrong with one trail must not keep the others waiting. */
  private int sealOne(TenantId id) {
    try {
      Optional<TenantRef> tenant = tenants.byId(id);
      return tenant.isEmpty() ? 0 : sealer.seal(tenant.get());
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The trail of tenant " + id.value() + " could not be sealed", e);
      return 0;
    }
  }
}
