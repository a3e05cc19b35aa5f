package org.freehold.domains.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.freehold.domains.DomainEvents;
import org.freehold.domains.DomainId;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.EventCatalogue;

/** One example of each event of domains. */
@ApplicationScoped
public class DomainEventCatalogue implements EventCatalogue {
  private static final DomainId ID =
      new DomainId(UUID.fromString("0199b2a0-5c1e-7d3a-9f4b-2f6f0a1c9e41"));
  private static final String DOMAIN = "portal.techcorp.example";
  private static final String TENANT = "techcorp";

  @Override
  public List<DomainEvent> examples() {
    return List.of(
        new DomainEvents.Added(ID, DOMAIN, TENANT),
        new DomainEvents.Verified(ID, DOMAIN, TENANT),
        new DomainEvents.Lapsed(ID, DOMAIN, TENANT),
        new DomainEvents.Removed(ID, DOMAIN, TENANT));
  }
}
