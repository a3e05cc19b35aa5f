package org.freehold.batch.housekeeping;

import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.freehold.platform.TenantDirectory;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRef;

/** Reads all tenants by id; the checkpoint is the last that was read. */
@Named
@Dependent
public class EveryTenant extends AbstractItemReader {
  @Inject private TenantDirectory tenants;
  private final Deque<TenantRef> ahead = new ArrayDeque<>();
  private UUID last;

  /** All at once, before the first chunk: a chunk's transaction must begin with its tenant. */
  @Override
  public void open(Serializable checkpoint) {
    last = (UUID) checkpoint;
    TenantId read = last == null ? null : new TenantId(last);
    List<TenantRef> next = tenants.after(read);
    while (!next.isEmpty()) {
      ahead.addAll(next);
      next = tenants.after(ahead.getLast().id());
    }
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
