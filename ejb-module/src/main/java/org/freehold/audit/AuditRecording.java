package org.freehold.audit;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.freehold.audit.internal.ProductTrail;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.Invalid;
import org.freehold.platform.RequiresPermission;

/**
 * Lets the product that is built on Freehold record into the trail of its tenant. Such events are
 * sealed, found and proved like ours, say who recorded them, and cannot be taken for ours.
 */
@Stateless
@Guarded
public class AuditRecording {
  @Inject private ProductTrail trail;
  @Inject private ChangeLog changes;

  /** One; {@link Invalid} at what the trail cannot hold. */
  @RequiresPermission("audit:write")
  @Audited(value = "audit.recorded", complianceRelevant = true)
  public RecordedEvent record(NewAuditEvent event) {
    return recorded(List.of(event), "").get(0);
  }

  /** All of them or none; {@link Invalid} names the first that cannot be recorded. */
  @RequiresPermission("audit:write")
  @Audited(value = "audit.recorded", complianceRelevant = true)
  public RecordedEvents recordAll(NewAuditEvents events) {
    return new RecordedEvents(recorded(events.events(), "/events/"));
  }

  private List<RecordedEvent> recorded(List<NewAuditEvent> events, String pointer) {
    changes.about("audit_log", null);
    List<RecordedEvent> recorded = trail.write(CurrentCall.get(), events, pointer);
    // They tell of themselves.
    changes.nothingChanged();
    return recorded;
  }
}
