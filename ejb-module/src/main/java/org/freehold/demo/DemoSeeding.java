package org.freehold.demo;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.freehold.jobs.RunDetails;
import org.freehold.jobs.RunRequests;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.Guarded;
import org.freehold.platform.RequiresPermission;

/** Takes requests for demo data: of operators for any tenant, of administrators for their own. */
@Stateless
@Guarded
public class DemoSeeding {
  @Inject private RunRequests requests;
  @Inject private ChangeLog changes;
  @Inject private Event<DomainEvent> events;

  /** Queues the run; it starts as soon as this commits. */
  @RequiresPermission("tenants:admin")
  @Audited(value = "demo_seed.requested", complianceRelevant = true)
  public RunDetails request(SeedDemo wish) {
    RunDetails run = requests.request(DemoSeedJob.NAME, wish.parameters());
    changes.about("job_run", run.id().value()).after(wish);
    events.fire(
        new DemoEvents.Requested(
            run.id(), wish.tenantSlug(), wish.numProjects(), wish.tasksPerProject()));
    return run;
  }
}
