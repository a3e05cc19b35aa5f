package org.freehold.alerts.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.freehold.alerts.AlertEvents;
import org.freehold.alerts.AlertId;
import org.freehold.alerts.AlertRule;
import org.freehold.alerts.AlertSubject;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.EventCatalogue;
import org.freehold.platform.Severity;

/** One example of each event of alerts. */
@ApplicationScoped
public class AlertEventCatalogue implements EventCatalogue {
  @Override
  public List<DomainEvent> examples() {
    return List.of(
        new AlertEvents.AlertRaised(
            new AlertId(UUID.fromString("0199b2a0-5c1e-7d3a-9f4b-2f6f0a1c9e71")),
            AlertRule.REFUSALS,
            Severity.WARNING,
            AlertSubject.USER,
            "0199b2a0-5c1e-7d3a-9f4b-2f6f0a1c9e11",
            "There were 10 refusals or more within 5 minutes.",
            1,
            UUID.fromString("0199b2a0-5c1e-7d3a-9f4b-2f6f0a1c9e72")));
  }
}
