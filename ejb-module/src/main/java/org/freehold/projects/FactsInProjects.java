package org.freehold.projects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.freehold.access.Access;
import org.freehold.engine.access.Decision;
import org.freehold.engine.access.ResourceFacts;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.freehold.projects.internal.ProjectFacts;

/** What decides over access to things in projects: what decides over their project. */
@ApplicationScoped
public class FactsInProjects {
  @Inject private ProjectFacts projects;
  @Inject private Access access;

  /** Empty when the tenant has no such project. */
  public Optional<ResourceFacts> factsOf(TenantId tenant, ThingInProject thing) {
    return thing.facts(project -> projects.factsOf(tenant, project));
  }

  /** The same of many by their ids, without those whose project there is not. */
  public Map<UUID, ResourceFacts> factsOf(TenantId tenant, List<ThingInProject> things) {
    Set<UUID> wanted =
        things.stream()
            .map(ThingInProject::project)
            .filter(Objects::nonNull)
            .map(ProjectId::value)
            .collect(Collectors.toSet());
    Map<UUID, ResourceFacts> found = projects.factsOf(tenant, wanted);
    return things.stream()
        .flatMap(thing -> thing.facts(id -> Optional.ofNullable(found.get(id))).stream())
        .collect(Collectors.toMap(ResourceFacts::id, Function.identity()));
  }

  /** A new thing is told by its project alone, which the caller must see; null for the tenant's. */
  public Optional<ResourceFacts> factsOfNew(
      TenantId tenant, String permissionResource, ProjectId project) {
    return new ThingInProject(permissionResource, Uuid7.next(), project)
        .facts(id -> projects.factsOf(tenant, id).filter(this::isSeen));
  }

  private boolean isSeen(ResourceFacts project) {
    return access.decide("projects:read", project) != Decision.HIDDEN;
  }
}
