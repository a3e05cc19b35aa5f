package org.freehold.flags.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.freehold.flags.FlagChangeKind;
import org.freehold.flags.FlagEvents;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.EventCatalogue;

/** One example of each event of flags. */
@ApplicationScoped
public class FlagEventCatalogue implements EventCatalogue {
  @Override
  public List<DomainEvent> examples() {
    return List.of(
        new FlagEvents.Changed(
            "new-checkout", FlagChangeKind.TOGGLED, false, "Payments fail since 14:05"));
  }
}
