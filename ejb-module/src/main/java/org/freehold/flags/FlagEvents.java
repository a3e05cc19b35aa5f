package org.freehold.flags;

import org.freehold.platform.DomainEvent;
import org.freehold.platform.EventType;
import org.freehold.platform.OrNull;

/** What the world hears of flags. */
public final class FlagEvents {
  private FlagEvents() {}

  /**
   * A flag was made, changed or deleted.
   *
   * @param enabled whether it is on where environments say nothing else; null once it is deleted
   */
  @EventType(
      value = "flag.changed",
      description = "A feature flag was made, changed, switched or deleted.")
  public record Changed(
      String flag, FlagChangeKind change, @OrNull Boolean enabled, @OrNull String reason)
      implements DomainEvent {}
}
