package org.freehold.access.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.freehold.access.AccessEvents;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.EventCatalogue;
import org.freehold.platform.UserId;

/** One example of each event of access. */
@ApplicationScoped
public class AccessEventCatalogue implements EventCatalogue {
  private static final String ROLE = "release_captain";
  private static final List<String> PARENTS = List.of("developer");
  private static final List<String> GRANTS = List.of("releases:promote");
  private static final List<String> DENIES = List.of("api_keys:*");

  @Override
  public List<DomainEvent> examples() {
    UUID assignment = id(5);
    UserId ada = new UserId(id(2));
    Instant end = Instant.parse("2026-12-31T23:00:00Z");
    return List.of(
        new AccessEvents.RoleCreated(ROLE, null, PARENTS, GRANTS, DENIES),
        new AccessEvents.RoleUpdated(ROLE, null, PARENTS, GRANTS, DENIES),
        new AccessEvents.RoleDeleted(ROLE, null),
        new AccessEvents.RoleAssigned(assignment, ROLE, ada, null, null, null, null, end),
        new AccessEvents.RoleTaken(assignment, ROLE, ada, null, null, null));
  }

  private static UUID id(int last) {
    return UUID.fromString("0199b2a0-5c1e-7d3a-9f4b-2f6f0a1c9e0" + last);
  }
}
