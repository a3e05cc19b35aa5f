package org.freehold.audit.sealing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.freehold.audit.AuditEventId;
import org.freehold.audit.sealing.internal.StoredProofs;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.RequiresPermission;

/** Proves that events stand in the trail as they are told. */
@Stateless
@Guarded
public class AuditProofs {
  @Inject private StoredProofs proofs;

  /** Of an event that the caller may know of; it is sealed and covered by a checkpoint now. */
  @RequiresPermission("audit:read")
  public EventProof of(AuditEventId event) {
    return proofs.of(CurrentCall.get().requireTenant(), event);
  }
}
