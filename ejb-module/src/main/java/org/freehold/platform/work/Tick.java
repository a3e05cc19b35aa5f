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
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

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
  @Inject private LeasedWork work;

  @Inject
  @ConfigProperty(name = "freehold.work.sweep-seconds")
  private int sweepSeconds;

  private ScheduledFuture<?> ticking;
  private ScheduledFuture<?> keeping;

  @PostConstruct
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void start() {
    ticking = executor.scheduleWithFixedDelay(this::tick, 1, sweepSeconds, TimeUnit.SECONDS);
    // Apart from the tick, whose time may be set to an hour: a lease ends after a minute.
    keeping = executor.scheduleWithFixedDelay(this::keep, 15, 15, TimeUnit.SECONDS);
  }

  @PreDestroy
  void stop() {
    ticking.cancel(false);
    keeping.cancel(false);
  }

  private void keep() {
    try {
      work.keepLeases();
    } catch (RuntimeException e) {
      // As below; three more come before a lease has run out.
      LOG.log(Level.WARNING, "Leases could not be kept, and are tried again", e);
    }
  }

  private void tick() {
    try {
      work.runDue();
    } catch (RuntimeException e) {
      // An exception would end the schedule for good: the database may only be restarting.
      LOG.log(Level.WARNING, "The tick failed and goes on", e);
    }
  }
}
