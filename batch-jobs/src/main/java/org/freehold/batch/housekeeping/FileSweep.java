package org.freehold.batch.housekeeping;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.freehold.files.FileHousekeeping;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantDirectory;
import org.freehold.platform.TenantRef;

/** Removes bytes that no file has, tenant after tenant, until it is told to stop. */
@Named
@Dependent
public class FileSweep extends AbstractBatchlet {
  @Inject private FileHousekeeping files;
  @Inject private TenantDirectory tenants;
  private volatile boolean stopped;

  @Override
  public String process() throws Exception {
    int removed = 0;
    List<TenantRef> next = tenants.after(null);
    while (!next.isEmpty() && !stopped) {
      for (TenantRef tenant : next) {
        removed +=
            CurrentCall.within(
                CallContext.system("housekeeping", tenant), () -> files.removeOrphans());
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
