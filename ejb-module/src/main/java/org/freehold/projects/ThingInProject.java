package org.freehold.projects;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.freehold.engine.access.ResourceFacts;

/**
 * A thing that lies in a project.
 *
 * @param permissionResource the resource of its permissions: {@code files}
 * @param project null for a thing of the tenant
 */
public record ThingInProject(String permissionResource, UUID id, ProjectId project) {
  /** What decides over access to it; empty when there is no such project. */
  Optional<ResourceFacts> facts(Function<UUID, Optional<ResourceFacts>> projects) {
    return project == null
        ? Optional.of(ResourceFacts.ofTheTenant(permissionResource, id))
        : projects.apply(project.value()).map(facts -> facts.ofThingInside(permissionResource, id));
  }
}
