package org.freehold.batch.analytics;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.freehold.batch.platform.ChosenTenants;
import org.freehold.jobs.RunningHere;
import org.freehold.platform.TenantRef;

/**
 * Reads the tenant that was named, or all but the platform's own by id; the checkpoint is the last
 * that was read. Says in the step how many there are, and how many were done before.
 */
@Named
@Dependent
public class TenantsToRollUp extends AbstractItemReader {
  @Inject private ChosenTenants tenants;
  @Inject private RunningHere here;
  @Inject private StepContext step;
  @Inject @BatchProperty private String run;
  private final Deque<TenantRef> ahead = new ArrayDeque<>();
  private UUID last;

  /** All at once, before the first chunk: a chunk's transaction must begin with its tenant. */
  @Override
  public void open(Serializable checkpoint) {
    last = (UUID) checkpoint;
    List<TenantRef> all =
        tenants.of(here.run(run)).stream().filter(tenant -> !tenant.isPlatform()).toList();
    int done = 0;
    if (last != null) {
      List<UUID> ids = all.stream().map(tenant -> tenant.id().value()).toList();
      done = ids.indexOf(last) + 1;
    }
    ahead.addAll(all.subList(done, all.size()));
    step.setTransientUserData(new RolledUp(done, all.size()));
  }

  @Override
  public Object readItem() {
    TenantRef tenant = ahead.poll();
    if (tenant != null) {
      last = tenant.id().value();
    }
    return tenant;
  }

  @Override
  public Serializable checkpointInfo() {
    return last;
  }
}
