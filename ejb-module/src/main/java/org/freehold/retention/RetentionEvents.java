package org.freehold.retention;

import org.freehold.platform.DomainEvent;
import org.freehold.platform.EventType;
import org.freehold.platform.OrNull;

/** What the world hears of retention and holds. */
public final class RetentionEvents {
  private RetentionEvents() {}

  /** A class of data is kept for another time than before. */
  @EventType(
      value = "compliance.retention.changed",
      description =
          "The days for which a class of data is kept were changed; fewer days mean that data will be"
              + " removed that would have been kept.")
  public record Changed(String dataClass, int formerDays, int days) implements DomainEvent {}

  /** Something must be kept. */
  @EventType(
      value = "compliance.hold.placed",
      description = "A legal hold was placed: what it covers is not deleted any more.")
  public record HoldPlaced(LegalHoldId id, @OrNull String dataClass) implements DomainEvent {}

  /** Something need not be kept any more. */
  @EventType(
      value = "compliance.hold.released",
      description = "A legal hold was released, by somebody else than the one who placed it.")
  public record HoldReleased(LegalHoldId id, @OrNull String dataClass) implements DomainEvent {}
}
