package org.freehold.batch.housekeeping;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.freehold.limits.ExpiredKeys;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantRef;

/** Forgets what has expired in one tenant. */
@Named
@Dependent
public class TenantHousekeeping extends AbstractItemWriter {
  @Inject private ExpiredKeys keys;

  @Override
  public void writeItems(List<Object> tenants) throws Exception {
    for (Object tenant : tenants) {
      CurrentCall.within(
          CallContext.system("housekeeping", (TenantRef) tenant), () -> keys.forget());
    }
  }
}
