package org.freehold.audit;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.freehold.audit.internal.TailReader;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.RequiresPermission;

/**
 * The trail as it grows, by the places of events in the tree: they have no gaps, an event gets its
 * own after it was committed, on whichever node, and later ones get higher ones. Neither times nor
 * ids could tell where to go on, as what is committed late is behind what was told already.
 */
@Stateless
@Guarded
public class AuditTail {
  @Inject private TailReader reader;

  /** The place that the next event will have. */
  @RequiresPermission("audit:read")
  public long end() {
    return reader.end(CurrentCall.get().requireTenant());
  }

  /** What has got its place since, of what the filter lets through; a few hundred at a time. */
  @RequiresPermission("audit:read")
  public AuditNews from(AuditFilter filter, long place) {
    return reader.from(CurrentCall.get().requireTenant(), filter, place);
  }
}
