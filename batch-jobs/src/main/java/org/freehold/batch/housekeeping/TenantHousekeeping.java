package org.freehold.batch.housekeeping;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.freehold.alerts.AlertHousekeeping;
import org.freehold.analytics.AnalyticsRollup;
import org.freehold.audit.AuditHousekeeping;
import org.freehold.jobs.Run;
import org.freehold.jobs.RunningHere;
import org.freehold.keys.ApiKeyHousekeeping;
import org.freehold.limits.ExpiredKeys;
import org.freehold.limits.UsageHousekeeping;
import org.freehold.notifications.MailHousekeeping;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantRef;
import org.freehold.retention.RetentionCleanup;
import org.freehold.webhooks.ReplayHousekeeping;

/** Forgets what has expired in one tenant. */
@Named
@Dependent
public class TenantHousekeeping extends AbstractItemWriter {
  @Inject private ExpiredKeys keys;
  @Inject private RetentionCleanup retention;
  @Inject private ApiKeyHousekeeping apiKeys;
  @Inject private UsageHousekeeping usage;
  @Inject private AnalyticsRollup analytics;
  @Inject private ReplayHousekeeping replays;
  @Inject private MailHousekeeping mails;
  @Inject private AuditHousekeeping audit;
  @Inject private AlertHousekeeping alerts;
  @Inject private RunningHere here;
  @Inject @BatchProperty private String run;

  @Override
  public void writeItems(List<Object> tenants) throws Exception {
    Run known = here.run(run);
    for (Object tenant : tenants) {
      CurrentCall.within(
          known.in((TenantRef) tenant),
          () ->
              keys.forget()
                  + retention.removeExpired()
                  + apiKeys.forgetOld()
                  + usage.forgetOld()
                  + analytics.forgetOld()
                  + replays.forgetOld()
                  + mails.forgetOld()
                  + audit.forgetOld()
                  + audit.compareColumns()
                  + alerts.forgetOld());
    }
  }
}
