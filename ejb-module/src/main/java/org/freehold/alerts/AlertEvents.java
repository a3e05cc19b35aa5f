package org.freehold.alerts;

import java.util.UUID;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.EventType;
import org.freehold.platform.Severity;

/** What the world hears of alerts. */
public final class AlertEvents {
  private AlertEvents() {}

  /** Something in the trail should be looked at. */
  @EventType(
      value = "security.alert",
      description =
          "Something in the trail should be looked at; told again at most once in a quiet period while it goes on.")
  public record AlertRaised(
      AlertId id,
      AlertRule rule,
      Severity severity,
      AlertSubject subjectType,
      String subjectId,
      String summary,
      long count,
      UUID eventId)
      implements DomainEvent {}
}
