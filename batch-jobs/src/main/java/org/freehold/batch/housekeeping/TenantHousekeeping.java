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
import org.freehold.batch.platform.TenantTour;
import org.freehold.files.FileHousekeeping;
import org.freehold.jobs.Run;
import org.freehold.jobs.RunningHere;
import org.freehold.keys.ApiKeyHousekeeping;
import org.freehold.limits.ExpiredKeys;
import org.freehold.limits.UsageHousekeeping;
import org.freehold.notifications.MailHousekeeping;
import org.freehold.platform.CallContext;
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
  @Inject private TenantTour tour;
  @Inject private RunningHere here;
  @Inject @BatchProperty private String run;
  private volatile boolean stopped;

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
    List<TenantRef> all = tenants.all();
    tour.begin(known, all.size());
    tour.visit(all, () -> stopped, tenant -> clean(tenant, known.in(tenant)));
    if (stopped) {
      return "stopped";
    }
    tour.requireNoFailures();
    return "tenants: " + tour.visited();
  }

  private void clean(TenantRef tenant, CallContext context) throws Exception {
    for (Map.Entry<String, LongSupplier> duty : duties().entrySet()) {
      attend(tenant, context, duty.getKey(), duty.getValue());
    }
    attend(tenant, context, "columns of the trail", audit::compareColumns);
  }

  private void attend(TenantRef tenant, CallContext context, String what, LongSupplier duty)
      throws Exception {
    tour.attempt(
        tenant.slug() + ", " + what,
        context,
        () -> {
          duty.getAsLong();
          return null;
        });
  }

  @Override
  public void stop() {
    stopped = true;
  }
}
