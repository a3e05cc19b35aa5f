package org.freehold.engine.access;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * What decides over access to one thing.
 *
 * @param resourceType the resource part of its permissions, such as {@code projects}
 * @param workspaceId null when it belongs to the tenant as a whole
 * @param ownerId null when nobody owns it
 * @param teamId null when no team has it
 * @param visibility null when the read permission alone decides
 * @param participants people who see it whatever its visibility, such as stakeholders; null is none
 */
public record ResourceFacts(
    String resourceType,
    UUID id,
    UUID workspaceId,
    UUID ownerId,
    UUID teamId,
    Visibility visibility,
    Set<UUID> participants) {

  public ResourceFacts {
    Objects.requireNonNull(resourceType, "resourceType");
    participants = participants == null ? Set.of() : Set.copyOf(participants);
  }
}
