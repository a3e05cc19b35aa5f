package org.freehold.platform.work;

import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;

/**
 * Work has been queued in this transaction that is due with its commit; fired as an event, it rings
 * the {@link Doorbell}.
 */
public record WorkDue(String requestId) {
  /** Queued by the call of this thread. */
  public static WorkDue ofThisCall() {
    CallContext call = CurrentCall.orNull();
    return new WorkDue(call == null ? null : call.requestId());
  }
}
