package org.freehold.batch.housekeeping;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.freehold.files.FileHousekeeping;
import org.freehold.jobs.Run;
import org.freehold.jobs.RunningHere;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantDirectory;
import org.freehold.platform.TenantRef;

/** Removes bytes that no file has, tenant after tenant, until it is told to stop. */
@Named
@Dependent
public class FileSweep extends AbstractBatchlet {
  @Inject private FileHousekeeping files;
  @Inject private TenantDirectory tenants;
  @Inject private RunningHere here;
  @Inject @BatchProperty private String run;
  private volatile boolean stopped;

  @Override
  public String process() throws Exception {
    Run known = here.run(run);
    int removed = 0;
    List<TenantRef> next = tenants.after(null);
    while (!next.isEmpty() && !stopped) {
      for (TenantRef tenant : next) {
        removed += CurrentCall.within(known.in(tenant), () -> files.removeOrphans());
      }
      next = tenants.after(next.get(next.size() - 1).id());
    }
    return "removed: " + removed;
  }

  @Override
  public void stop() {
    stopped = true;
  }
}
