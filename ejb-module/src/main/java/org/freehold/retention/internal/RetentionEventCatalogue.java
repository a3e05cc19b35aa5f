package org.freehold.retention.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.EventCatalogue;
import org.freehold.retention.LegalHoldId;
import org.freehold.retention.RetentionEvents;

/** One example of each event of retention. */
@ApplicationScoped
public class RetentionEventCatalogue implements EventCatalogue {
  private static final String TRAIL = "audit_events";
  private static final LegalHoldId HOLD =
      new LegalHoldId(UUID.fromString("0199b2a0-5c1e-7d3a-9f4b-2f6f0a1c9e41"));

  @Override
  public List<DomainEvent> examples() {
    return List.of(
        new RetentionEvents.Changed(TRAIL, 2557, 3650),
        new RetentionEvents.HoldPlaced(HOLD, TRAIL),
        new RetentionEvents.HoldReleased(HOLD, TRAIL));
  }
}
