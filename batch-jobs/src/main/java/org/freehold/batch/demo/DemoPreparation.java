package org.freehold.batch.demo;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.freehold.demo.DemoCrew;
import org.freehold.demo.DemoRows;
import org.freehold.demo.DemoTenants;
import org.freehold.demo.SeedPlan;
import org.freehold.demo.content.Roster;
import org.freehold.jobs.JobRunId;
import org.freehold.jobs.Run;
import org.freehold.jobs.RunProgress;
import org.freehold.jobs.RunningHere;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.FirstPassword;
import org.freehold.platform.TenantRef;

/**
 * Makes the tenant, its people and teams as far as they are missing, and freezes the plan. Each in
 * a transaction of its own: cut off anywhere, it finds what it has made.
 */
@Named
@Dependent
public class DemoPreparation extends AbstractBatchlet {
  private static final Duration LONGEST_SET_UP = Duration.ofMinutes(1);

  @Inject private DemoTenants tenants;
  @Inject private DemoCrew crew;
  @Inject private DemoRows rows;
  @Inject private RunProgress progress;
  @Inject private RunningHere here;
  @Inject @BatchProperty private String run;

  @Override
  public String process() throws Exception {
    return here.within(run, this::prepare);
  }

  private String prepare(Run known) throws Exception {
    SeedPlan plan = SeedPlan.of(known);
    progress.expect(known, plan.rows(), "People and teams");
    TenantRef tenant = tenants.ready(plan.slug());
    CurrentCall.within(
        known.in(tenant),
        () -> {
          fill(known.id(), Roster.of(plan.slug(), plan.projects()));
          rows.plan(known.id(), plan);
          return null;
        });
    progress.expect(known, null, "Projects and their tasks");
    return "prepared";
  }

  private void fill(JobRunId id, Roster roster) {
    awaitSetUp();
    FirstPassword password = crew.firstPassword();
    roster.people().forEach(person -> crew.ensure(id, person, password));
    roster.teams().forEach(team -> crew.ensure(id, team));
    roster.workers().forEach(worker -> crew.ensureMember(id, worker, roster.teamOf(worker)));
  }

  /** The set-up of a new tenant makes its administrator by itself, at this very moment. */
  private void awaitSetUp() {
    long end = System.nanoTime() + LONGEST_SET_UP.toNanos();
    while (crew.awaitsOwner()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("The set-up of the tenant has not made its owner");
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }
}
