package org.freehold.batch.retention;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonValue;
import java.util.List;
import org.freehold.audit.archive.ExpiredMonth;
import org.freehold.batch.platform.ChosenTenants;
import org.freehold.batch.platform.TenantTour;
import org.freehold.jobs.Run;
import org.freehold.jobs.RunningHere;
import org.freehold.platform.TenantRef;
import org.freehold.retention.RetentionExecution;
import org.freehold.retention.RetentionPlanning;

/**
 * Plans and archives what has expired, tenant by tenant, drops the months that everybody lets go,
 * and then removes what is left, tenant by tenant; in no transaction, as storages are slow. A run
 * for one tenant drops no month. A dry run only tells what would be planned.
 */
@Named
@Dependent
public class ExpiredTrails extends AbstractBatchlet {
  @Inject private ChosenTenants tenants;
  @Inject private RetentionPlanning planning;
  @Inject private RetentionExecution execution;
  @Inject private ExpiredMonths months;
  @Inject private TenantTour tour;
  @Inject private RunningHere here;
  @Inject @BatchProperty private String run;
  private volatile boolean stopped;

  @Override
  public String process() throws Exception {
    Run known = here.run(run);
    boolean dry = known.parameters().get(RetentionCleanupJob.DRY_RUN) == JsonValue.TRUE;
    List<TenantRef> all = tenants.of(known);
    tour.begin(known, all.size());
    execution.tidy();
    tour.visit(
        all, this::isStopped, tenant -> tour.attempt(tenant, dry ? this::looked : this::archived));
    if (!dry) {
      if (tenants.areAll(known)) {
        months.drop(known, tour, all, this::isStopped);
      }
      tour.visit(all, this::isStopped, tenant -> tour.attempt(tenant, this::removed));
    }
    if (stopped) {
      return "stopped";
    }
    tour.requireNoFailures();
    return "tenants: " + tour.visited();
  }

  private String looked() {
    List<ExpiredMonth> found = planning.look();
    return found.isEmpty() ? null : "would be planned: " + found;
  }

  private String archived() {
    int waiting = planning.plan();
    int made = execution.archive(this::isStopped);
    return waiting == 0 && made == 0
        ? null
        : "%d plans wait for approval, %d archives".formatted(waiting, made);
  }

  private String removed() {
    long removed = execution.remove(this::isStopped);
    return removed == 0 ? null : removed + " events removed";
  }

  private boolean isStopped() {
    return stopped;
  }

  @Override
  public void stop() {
    stopped = true;
  }
}
