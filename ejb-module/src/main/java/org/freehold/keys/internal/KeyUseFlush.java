package org.freehold.keys.internal;

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

/** Has the use of keys written down every few seconds, and when the node stops. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class KeyUseFlush {
  private static final Logger LOG = System.getLogger(KeyUseFlush.class.getName());

  @Resource private ManagedScheduledExecutorService executor;
  @Inject private KeySettings settings;
  @Inject private KeyUses uses;
  private ScheduledFuture<?> flushing;

  @PostConstruct
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void start() {
    long seconds = settings.flush().toSeconds();
    flushing = executor.scheduleWithFixedDelay(this::flush, seconds, seconds, TimeUnit.SECONDS);
  }

  @PreDestroy
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void stop() {
    flushing.cancel(false);
    flush();
  }

  private void flush() {
    try {
      uses.flush();
    } catch (RuntimeException e) {
      // An exception would end the schedule for good.
      LOG.log(Level.WARNING, "The use of API keys was not written", e);
    }
  }
}
