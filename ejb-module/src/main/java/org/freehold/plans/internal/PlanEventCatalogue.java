package org.freehold.plans.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.freehold.plans.PlanEvents;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.EventCatalogue;

/** One example of each event of subscriptions. */
@ApplicationScoped
public class PlanEventCatalogue implements EventCatalogue {
  @Override
  public List<DomainEvent> examples() {
    return List.of(
        new PlanEvents.SubscriptionChanged("pro", "basic", Instant.parse("2026-01-15T12:00:00Z")));
  }
}
