package org.freehold.forwarding;

import org.freehold.platform.DomainEvent;
import org.freehold.platform.EventType;

/** What the world hears of forwarding. */
public final class ForwardingEvents {
  private ForwardingEvents() {}

  /** A destination took nothing for so long that nothing is sent to it any more. */
  @EventType(
      value = "audit.forwarding.paused",
      description =
          "A destination of the trail took nothing for long, and is sent nothing any more.")
  public record ForwardingPaused(DestinationId id, String name, String reason)
      implements DomainEvent {}
}
