package org.freehold.platform.work;

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
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * The sweep, once a second on every node: do what is due, whether or not the {@link Doorbell} rang.
 * What one node claims, no other does.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class Tick {
  private static final Logger LOG = System.getLogger(Tick.class.getName());

  @Resource private ManagedScheduledExecutorService executor;
  @Inject @Any private Instance<DueWork> work;
  @Inject private WorkSettings settings;
  @Inject private Deployment deployment;
  @Inject private Clock clock;

  private volatile Instant lastTick;

  private ScheduledFuture<?> ticking;
  private final List<ScheduledFuture<?>> keeping = new ArrayList<>();

  @PostConstruct
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void start() {
    lastTick = clock.instant();
    long sweep = settings.sweep().toSeconds();
    ticking = executor.scheduleWithFixedDelay(this::tick, 1, sweep, TimeUnit.SECONDS);
    // Apart from the tick, whose time may be longer than a lease, and from each other.
    long beat = settings.heartbeat().toMillis();
    for (DueWork one : work) {
      keeping.add(
          executor.scheduleWithFixedDelay(() -> keep(one), beat, beat, TimeUnit.MILLISECONDS));
    }
  }

  @PreDestroy
  void stop() {
    ticking.cancel(false);
    keeping.forEach(one -> one.cancel(false));
  }

  private static void keep(DueWork one) {
    try {
      one.holdLeases();
    } catch (RuntimeException e) {
      // As below; the next beats come before a lease has run out.
      LOG.log(Level.WARNING, "Leases could not be kept, and are tried again", e);
    }
  }

  /** When this node last began to look for work; what holds up the schedules makes it old. */
  public Instant lastTick() {
    return lastTick;
  }

  private void tick() {
    lastTick = clock.instant();
    if (!deployment.isOver()) {
      return;
    }
    for (DueWork one : work) {
      try {
        one.lookForWork();
      } catch (RuntimeException e) {
        // An exception would end the schedule for good: the database may only be restarting.
        LOG.log(Level.WARNING, "The tick failed and goes on", e);
      }
    }
  }
}
