package org.freehold.batch.platform;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.freehold.jobs.LogLevel;
import org.freehold.jobs.Run;
import org.freehold.jobs.RunProgress;
import org.freehold.jobs.RunningHere;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantRef;
import org.freehold.platform.persistence.Overtaken;

/**
 * Goes from tenant to tenant for a run of the platform, outside transactions, once or more. What
 * fails is told in the log of the run and keeps nothing else waiting; the run fails when all is
 * done.
 */
@Dependent
public class TenantTour {
  /** What is done in one tenant. */
  public interface Visit {
    void in(TenantRef tenant) throws Exception;
  }

  private static final int LONGEST_LINE = 2000;

  @Inject private RunProgress progress;
  @Inject private RunningHere here;
  private final List<String> failures = new ArrayList<>();
  private Run run;
  private int furthest;

  public void begin(Run known, long total) throws Exception {
    run = known;
    within(
        own -> {
          progress.expect(own, total, null);
          return null;
        });
  }

  /** Does the same in all, or in those before it was stopped; the first time they are counted. */
  public void visit(List<TenantRef> tenants, BooleanSupplier stopped, Visit visit)
      throws Exception {
    int visited = 0;
    for (TenantRef tenant : tenants) {
      if (stopped.getAsBoolean()) {
        return;
      }
      visit.in(tenant);
      visited++;
      if (visited > furthest) {
        furthest = visited;
        within(
            own -> {
              progress.reach(own, 0, furthest, Map.of());
              return null;
            });
      }
    }
  }

  /** Does it in the tenant, and tells what it answers; null: nothing to be told. */
  public void attempt(TenantRef tenant, Supplier<String> work) throws Exception {
    attempt(tenant.slug(), run.in(tenant), work);
  }

  /** Does it within the context, and tells likewise what it was and what it answers. */
  public void attempt(String what, CallContext context, Supplier<String> work) throws Exception {
    try {
      String line = CurrentCall.within(context, () -> again(work));
      if (line != null) {
        tell(LogLevel.INFO, what + ": " + line);
      }
    } catch (RuntimeException e) {
      String line = what + ": " + RootCause.of(e);
      failures.add(line);
      tell(LogLevel.ERROR, line);
    }
  }

  /** Once more when somebody else was at the same rows. */
  private static String again(Supplier<String> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      if (!Overtaken.is(e)) {
        throw e;
      }
      return work.get();
    }
  }

  /** How many tenants were visited. */
  public int visited() {
    return furthest;
  }

  /** An IllegalStateException with the first of what failed. */
  public void requireNoFailures() throws Exception {
    if (!failures.isEmpty()) {
      within(
          own -> {
            throw new IllegalStateException(failures.size() + " failed; " + failures.get(0));
          });
    }
  }

  private void tell(LogLevel level, String line) throws Exception {
    within(
        own -> {
          progress.log(own, level, line.substring(0, Math.min(line.length(), LONGEST_LINE)));
          return null;
        });
  }

  private <T> T within(RunningHere.Work<T> work) throws Exception {
    return here.within(run.id().value().toString(), work);
  }
}
