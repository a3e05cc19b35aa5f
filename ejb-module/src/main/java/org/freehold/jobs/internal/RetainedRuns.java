package org.freehold.jobs.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.freehold.jobs.JobSettings;
import org.freehold.platform.HoldScope;
import org.freehold.platform.RemovableData;
import org.freehold.platform.RemovedRows;
import org.freehold.platform.RetainedRows;
import org.freehold.platform.RetentionClass;
import org.freehold.platform.TenantRef;

/** Runs that ended long ago, with their parts and logs. */
@ApplicationScoped
public class RetainedRuns implements RemovableData {
  /** The name of the class. */
  static final String NAME = "job_runs";

  @Inject private JobRunRepository runs;
  @Inject private JobSettings settings;

  @Override
  public RetentionClass retentionClass() {
    return new RetentionClass(
        NAME,
        "Runs of jobs that have ended, with their logs.",
        Math.toIntExact(settings.keep().toDays()),
        JobSettings.LEAST_DAYS,
        JobSettings.MOST_DAYS,
        false,
        null,
        List.of(),
        Set.of(HoldScope.PERSON));
  }

  @Override
  public RetainedRows expired(TenantRef tenant, Instant before) {
    return runs.expired(tenant.id(), before);
  }

  @Override
  public RemovedRows remove(TenantRef tenant, UUID after, Instant before, int most) {
    return runs.forget(tenant.id(), after, before, most);
  }
}
