package org.freehold.batch.housekeeping;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.freehold.alerts.AlertHousekeeping;
import org.freehold.analytics.AnalyticsRollup;
import org.freehold.audit.AuditHousekeeping;
import org.freehold.files.FileHousekeeping;
import org.freehold.jobs.LogLevel;
import org.freehold.jobs.Run;
import org.freehold.jobs.RunProgress;
import org.freehold.jobs.RunningHere;
import org.freehold.keys.ApiKeyHousekeeping;
import org.freehold.limits.ExpiredKeys;
import org.freehold.limits.UsageHousekeeping;
import org.freehold.notifications.MailHousekeeping;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantDirectory;
import org.freehold.platform.TenantRef;
import org.freehold.retention.RetentionCleanup;
import org.freehold.webhooks.ReplayHousekeeping;

/**
 * Forgets what has expired, tenant after tenant, each thing in a transaction of its own. What fails
 * is told in the log of the run and keeps nothing else waiting; the step fails when all have had
 * their turn.
 */
@Named
@Dependent
public class TenantHousekeeping extends AbstractBatchlet {
  private static final int LONGEST_LINE = 2000;

  @Inject private ExpiredKeys keys;
  @Inject private RetentionCleanup retention;
  @Inject private ApiKeyHousekeeping apiKeys;
  @Inject private UsageHousekeeping usage;
  @Inject private AnalyticsRollup analytics;
  @Inject private ReplayHousekeeping replays;
  @Inject private MailHousekeeping mails;
  @Inject private AuditHousekeeping audit;
  @Inject private AlertHousekeeping alerts;
  @Inject private FileHousekeeping files;
  @Inject private TenantDirectory tenants;
  @Inject private RunProgress progress;
  @Inject private RunningHere here;
  @Inject @BatchProperty private String run;
  private volatile boolean stopped;
  private int failures;

  private Map<String, LongSupplier> duties() {
    return Map.of(
        "idempotency keys", keys::forget,
        "retention", this::removeExpired,
        "api keys", apiKeys::forgetOld,
        "usage", usage::forgetOld,
        "analytics", analytics::forgetOld,
        "webhook replays", replays::forgetOld,
        "mail", mails::forgetOld,
        "audit ids", audit::forgetOld,
        "alerts", alerts::forgetOld,
        "files", files::removeOrphans);
  }

  /** Batch after batch, each in a transaction of its own; what one kept the next does not ask. */
  private long removeExpired() {
    Map<String, UUID> reached = new HashMap<>();
    long all = 0;
    int removed;
    do {
      removed = retention.removeExpired(reached);
      all += removed;
    } while (removed > 0 && !stopped);
    return all;
  }

  @Override
  public String process() throws Exception {
    Run known = here.run(run);
    int done = 0;
    List<TenantRef> next = tenants.after(null);
    while (!next.isEmpty()) {
      for (TenantRef tenant : next) {
        if (stopped) {
          return "stopped";
        }
        for (Map.Entry<String, LongSupplier> duty : duties().entrySet()) {
          attend(known, tenant, duty.getKey(), duty.getValue());
        }
        attend(known, tenant, "columns of the trail", audit::compareColumns);
        done++;
      }
      next = tenants.after(next.get(next.size() - 1).id());
    }
    if (failures > 0) {
      here.within(
          run,
          own -> {
            throw new IllegalStateException(
                failures + " failures in single tenants; the log of the run tells them");
          });
    }
    return "tenants: " + done;
  }

  private void attend(Run known, TenantRef tenant, String what, LongSupplier duty)
      throws Exception {
    try {
      CurrentCall.within(known.in(tenant), duty::getAsLong);
    } catch (RuntimeException e) {
      failures++;
      String line = tenant.slug() + ", " + what + ": " + rootOf(e);
      here.within(
          run,
          own -> {
            progress.log(
                own, LogLevel.ERROR, line.substring(0, Math.min(line.length(), LONGEST_LINE)));
            return null;
          });
    }
  }

  private static String rootOf(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName() + ": " + root.getMessage();
  }

  @Override
  public void stop() {
    stopped = true;
  }
}
