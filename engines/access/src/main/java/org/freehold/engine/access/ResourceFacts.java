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
 * @param attributes what else conditions can ask
 */
public record ResourceFacts(
    String resourceType,
    UUID id,
    UUID workspaceId,
    UUID ownerId,
    UUID teamId,
    Visibility visibility,
    Set<UUID> participants,
    ResourceAttributes attributes) {

  /** Of a thing about which conditions can ask nothing more. */
  public ResourceFacts(
      String resourceType,
      UUID id,
      UUID workspaceId,
      UUID ownerId,
      UUID teamId,
      Visibility visibility,
      Set<UUID> participants) {
    this(
        resourceType,
        id,
        workspaceId,
        ownerId,
        teamId,
        visibility,
        participants,
        ResourceAttributes.NONE);
  }

  public ResourceFacts {
    Objects.requireNonNull(resourceType, "resourceType");
    Objects.requireNonNull(attributes, "attributes");
    participants = participants == null ? Set.of() : Set.copyOf(participants);
  }

  /** Of a thing of the tenant as a whole, about which conditions can ask nothing more. */
  public static ResourceFacts ofTheTenant(String resourceType, UUID id) {
    return new ResourceFacts(resourceType, id, null, null, null, null, Set.of());
  }

  /** Of a thing that lies in this one, which decides over it; the status stays this one's own. */
  public ResourceFacts ofThingInside(String type, UUID thing) {
    return new ResourceFacts(
        type,
        thing,
        workspaceId,
        ownerId,
        teamId,
        visibility,
        participants,
        attributes.ofThingInside());
  }

  ResourceFacts sharedWith(Set<UUID> people) {
    return new ResourceFacts(
        resourceType, id, workspaceId, ownerId, teamId, visibility, people, attributes);
  }

  ResourceFacts unrestricted() {
    return new ResourceFacts(
        resourceType,
        id,
        workspaceId,
        ownerId,
        teamId,
        visibility,
        participants,
        attributes.unrestricted());
  }
}
