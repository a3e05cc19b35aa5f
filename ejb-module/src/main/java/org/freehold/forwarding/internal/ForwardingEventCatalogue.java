package org.freehold.forwarding.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.freehold.forwarding.DestinationId;
import org.freehold.forwarding.ForwardingEvents;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.EventCatalogue;

/** One example of each event of forwarding. */
@ApplicationScoped
public class ForwardingEventCatalogue implements EventCatalogue {
  @Override
  public List<DomainEvent> examples() {
    return List.of(
        new ForwardingEvents.ForwardingPaused(
            new DestinationId(UUID.fromString("0199b2a0-5c1e-7d3a-9f4b-2f6f0a1c9e81")),
            "Our SIEM",
            "Nothing was taken since 2026-01-12T12:00:00Z: The receiver answered 503"));
  }
}
