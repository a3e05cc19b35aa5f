package org.freehold.limits.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.freehold.limits.QuotaEvents;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.EventCatalogue;

/** One example of each event of quotas. */
@ApplicationScoped
public class QuotaEventCatalogue implements EventCatalogue {
  private static final LocalDate MONTH = LocalDate.of(2026, 1, 1);

  @Override
  public List<DomainEvent> examples() {
    return List.of(
        new QuotaEvents.Warning("projects", 8, 10, 80, MONTH),
        new QuotaEvents.Exceeded("projects", 10, 10, 100, MONTH));
  }
}
