package org.freehold.jobs.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.freehold.jobs.JobSettings;
import org.freehold.platform.HoldScope;
import org.freehold.platform.RemovableData;
import org.freehold.platform.RemovedRows;
import org.freehold.platform.RetainedRows;
import org.freehold.platform.RetentionClass;
import org.freehold.platform.TenantRef;
import org.freehold.platform.persistence.RemovableRows;

/** Runs that ended long ago, with their parts and logs. */
@ApplicationScoped
public class RetainedRuns implements RemovableData {
  /** The name of the class. */
  static final String NAME = "job_runs";

  private static final RemovableRows ROWS =
      new RemovableRows(
          "job_run",
          "created_at",
          "created_at < ?2 and ended_at < ?2",
          "held('job_runs', array[started_by_id], null, created_at, ended_at)");

  @PersistenceContext private EntityManager em;
  @Inject private JobSettings settings;

  @Override
  public RetentionClass retentionClass() {
    return new RetentionClass(
        NAME,
        "Runs of jobs that have ended, with their logs.",
        Math.toIntExact(settings.keep().toDays()),
        JobSettings.LEAST_DAYS,
        JobSettings.MOST_DAYS,
        Set.of(HoldScope.PERSON));
  }

  @Override
  public RetainedRows expired(TenantRef tenant, Instant before) {
    return ROWS.count(em, tenant, before);
  }

  @Override
  public RemovedRows remove(TenantRef tenant, UUID after, Instant before, int most) {
    return ROWS.remove(em, tenant, after, before, most);
  }
}
