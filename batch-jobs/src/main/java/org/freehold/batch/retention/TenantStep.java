package org.freehold.batch.retention;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freehold.jobs.LogLevel;
import org.freehold.jobs.Run;
import org.freehold.jobs.RunProgress;
import org.freehold.jobs.RunningHere;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantDirectory;
import org.freehold.platform.TenantRef;

/**
 * A step that goes from tenant to tenant, in no transaction, as storages are slow. What fails in
 * one tenant is told and keeps no other waiting; the step fails when all have had their turn.
 */
abstract class TenantStep extends AbstractBatchlet {
  @Inject private TenantDirectory tenants;
  @Inject private RunProgress progress;
  @Inject private RunningHere here;
  @Inject @BatchProperty private String run;
  private volatile boolean stopped;

  /** What is done in one tenant, within its context: a line for the log, or null. */
  abstract String done(Run known);

  /** What its counts are called. */
  abstract int part();

  final boolean isStopped() {
    return stopped;
  }

  static boolean isDry(Run known) {
    return known.parameters().get(RetentionCleanupJob.DRY_RUN) == JsonValue.TRUE;
  }

  @Override
  public String process() throws Exception {
    Run known = here.run(run);
    List<TenantRef> all = tenants(known);
    List<String> failures = new ArrayList<>();
    int done = 0;
    here.within(run, own -> told(own, (long) all.size() * 3));
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
          progress.reach(own, part(), done, Map.of());
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
