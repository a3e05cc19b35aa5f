package org.freehold.jobs.internal;

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
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.freehold.jobs.JobSettings;
import org.freehold.jobs.Run;
import org.freehold.jobs.RunEngine;
import org.freehold.jobs.RunningHere;
import org.freehold.platform.CurrentCall;

/** Says of every run here that it lives, and passes on that one is to stop. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class Heartbeat {
  private static final Logger LOG = System.getLogger(Heartbeat.class.getName());

  private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

  @Resource private ManagedScheduledExecutorService executor;
  @Inject private JobSettings settings;
  @Inject private RunningHere here;
  @Inject private RunOrders orders;
  @Inject private RunEngine engine;
  private ScheduledFuture<?> beating;

  /** Some servers take away what an application runs on before they stop it. */
  private Thread atEndOfProcess;

  @PostConstruct
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void start() {
    long millis = settings.heartbeat().toMillis();
    beating = executor.scheduleWithFixedDelay(this::beat, millis, millis, TimeUnit.MILLISECONDS);
    atEndOfProcess = new Thread(here::close, "freehold-jobs-close");
    Runtime.getRuntime().addShutdownHook(atEndOfProcess);
  }

  /** Lets the runs come to a checkpoint, from which other nodes go on at once. */
  @PreDestroy
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void stop() {
    here.close();
    forgetEndOfProcess();
    beating.cancel(false);
    try {
      here.batchExecutions().forEach(engine::stop);
      here.awaitNone(LONGEST_STOP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      // What could not be stopped is taken over when its lease has ended.
      LOG.log(Level.INFO, "Runs were left behind by this stop", e);
    }
  }

  private void forgetEndOfProcess() {
    try {
      Runtime.getRuntime().removeShutdownHook(atEndOfProcess);
    } catch (IllegalStateException e) {
      LOG.log(Level.DEBUG, "The process is ending already", e);
    }
  }

  private void beat() {
    for (Run run : here.all()) {
      try {
        if (!CurrentCall.within(run.context(), () -> orders.beat(run))) {
          here.executionOf(run).ifPresent(engine::stop);
        }
      } catch (RuntimeException e) {
        // One run that cannot be told of must not silence the others; the next beat tries again.
        LOG.log(Level.WARNING, "No sign of life of run " + run.id().value(), e);
      }
    }
  }
}
