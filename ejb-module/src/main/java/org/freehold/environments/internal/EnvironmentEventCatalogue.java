package org.freehold.environments.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.freehold.environments.EnvironmentEvents;
import org.freehold.environments.EnvironmentId;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.EventCatalogue;

/** One example of each event of environments. */
@ApplicationScoped
public class EnvironmentEventCatalogue implements EventCatalogue {
  private static final EnvironmentId STAGING =
      new EnvironmentId(UUID.fromString("0199b2a0-5c1e-7d3a-9f4b-2f6f0a1c9e21"));

  @Override
  public List<DomainEvent> examples() {
    return List.of(
        new EnvironmentEvents.Created(STAGING, "staging", null, 2),
        new EnvironmentEvents.Deployed(
            STAGING, "staging", null, "rel_20260115_1200", "sha256:" + "0f".repeat(32)),
        new EnvironmentEvents.Drifted(STAGING, "staging", null, 1));
  }
}
