package org.freehold.limits.internal;

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
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Meter;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRef;

/**
 * Writes down every few seconds what this node counted, a short transaction a tenant, and once more
 * when the server stops. A node that is killed loses what it counted since.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class UsageWriting {
  private static final Logger LOG = System.getLogger(UsageWriting.class.getName());

  @Resource private ManagedScheduledExecutorService executor;
  @Inject private UsageTallies tallies;
  @Inject private UsageBook book;

  @Inject
  @ConfigProperty(name = "freehold.limits.usage-seconds")
  private int seconds;

  private ScheduledFuture<?> writing;

  @PostConstruct
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void start() {
    writing = executor.scheduleWithFixedDelay(this::writeAll, seconds, seconds, TimeUnit.SECONDS);
  }

  @PreDestroy
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void stop() {
    writing.cancel(false);
    writeAll();
  }

  /** One at a time: what is handed over belongs to one writing. */
  private synchronized void writeAll() {
    Map<TenantId, Map<Meter, Tally>> tenants = new HashMap<>();
    tallies
        .all()
        .forEach(
            (key, tally) -> {
              if (!tally.unwritten().isEmpty()) {
                tenants
                    .computeIfAbsent(key.tenant(), unused -> new HashMap<>())
                    .put(key.meter(), tally);
              }
            });
    tenants.values().forEach(this::write);
  }

  private void write(Map<Meter, Tally> used) {
    TenantRef tenant = used.values().iterator().next().tenant();
    YearMonth month = YearMonth.from(tallies.today());
    Map<Meter, Map<LocalDate, Long>> counted = new HashMap<>();
    used.forEach((meter, tally) -> counted.put(meter, tally.beginWriting()));
    try {
      Map<String, Long> totals =
          CurrentCall.within(CallContext.system("usage", tenant), () -> book.write(counted, month));
      used.forEach((meter, tally) -> tally.written(month, totals.getOrDefault(meter.name(), 0L)));
    } catch (Exception e) {
      // The edge of the writing: the database may be away; the counts stay for the next time.
      used.values().forEach(Tally::notWritten);
      LOG.log(Level.WARNING, "The use of tenant " + tenant.slug() + " could not be written", e);
    }
  }
}
