package org.freehold.batch.retention;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freehold.audit.archive.ExpiredMonth;
import org.freehold.jobs.LogLevel;
import org.freehold.jobs.Run;
import org.freehold.jobs.RunProgress;
import org.freehold.jobs.RunningHere;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantDirectory;
import org.freehold.platform.TenantRef;
import org.freehold.retention.RetentionExecution;
import org.freehold.retention.RetentionPlanning;

/**
 * Plans, archives and removes what has expired, tenant by tenant, in no transaction, as storages
 * are slow. What fails in one tenant is told and keeps no other waiting; the run fails when all
 * have had their turn. A dry run only tells what would be planned.
 */
@Named
@Dependent
public class ExpiredTrails extends AbstractBatchlet {
  @Inject private TenantDirectory tenants;
  @Inject private RetentionPlanning planning;
  @Inject private RetentionExecution execution;
  @Inject private RunProgress progress;
  @Inject private RunningHere here;
  @Inject @BatchProperty private String run;
  private volatile boolean stopped;

  /** What is done in one tenant, within its context: a line for the log, or null. */
  private String done(Run known) {
    if (known.parameters().get(RetentionCleanupJob.DRY_RUN) == JsonValue.TRUE) {
      List<ExpiredMonth> months = planning.look();
      return months.isEmpty() ? null : "would be planned: " + months;
    }
    int waiting = planning.plan();
    int made = execution.archive(() -> stopped);
    long removed = execution.remove(() -> stopped);
    return waiting == 0 && made == 0 && removed == 0
        ? null
        : "%d plans wait for approval, %d archives, %d events removed"
            .formatted(waiting, made, removed);
  }

  @Override
  public String process() throws Exception {
    Run known = here.run(run);
    List<TenantRef> all = tenants(known);
    List<String> failures = new ArrayList<>();
    int done = 0;
    here.within(run, own -> told(own, all.size()));
    execution.tidy();
    for (TenantRef tenant : all) {
      if (stopped) {
        return "stopped";
      }
      String line = null;
      boolean failed = false;
      try {
        line = CurrentCall.within(known.in(tenant), () -> done(known));
      } catch (RuntimeException e) {
        failed = true;
        line = rootOf(e);
        failures.add(tenant.slug() + ": " + line);
      }
      done++;
      report(tenant, line, failed, done);
    }
    if (!failures.isEmpty()) {
      here.within(
          run,
          own -> {
            throw new IllegalStateException(
                failures.size() + " tenants failed; " + failures.get(0));
          });
    }
    return "tenants: " + done;
  }

  private Object told(Run own, long total) {
    progress.expect(own, total, null);
    return null;
  }

  private void report(TenantRef tenant, String line, boolean failed, int done) throws Exception {
    here.within(
        run,
        own -> {
          progress.reach(own, 0, done, Map.of());
          if (line != null) {
            String text = tenant.slug() + ": " + line;
            progress.log(
                own,
                failed ? LogLevel.ERROR : LogLevel.INFO,
                text.substring(0, Math.min(text.length(), 2000)));
          }
          return null;
        });
  }

  private static String rootOf(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }

  private List<TenantRef> tenants(Run known) {
    if (known.parameters().get(RetentionCleanupJob.SLUG) instanceof JsonString slug) {
      Optional<TenantRef> only = tenants.bySlug(slug.getString());
      return only.stream().toList();
    }
    List<TenantRef> all = new ArrayList<>();
    List<TenantRef> next = tenants.after(null);
    while (!next.isEmpty()) {
      all.addAll(next);
      next = tenants.after(next.get(next.size() - 1).id());
    }
    return all;
  }

  @Override
  public void stop() {
    stopped = true;
  }
}
