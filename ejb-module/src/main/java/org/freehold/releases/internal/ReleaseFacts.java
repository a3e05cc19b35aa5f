package org.freehold.releases.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.freehold.access.Access;
import org.freehold.engine.access.Decision;
import org.freehold.engine.access.ResourceAttributes;
import org.freehold.engine.access.ResourceFacts;
import org.freehold.platform.NewThingFacts;
import org.freehold.platform.ResourceFactsSource;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.freehold.projects.ProjectId;
import org.freehold.releases.ReleaseId;

/** What decides over access to a release, and over making one: what decides over its project. */
@ApplicationScoped
public class ReleaseFacts implements ResourceFactsSource, NewThingFacts<ProjectId> {
  @Inject private ReleaseRepository releases;
  @Inject @Any private Instance<ResourceFactsSource> sources;
  @Inject private Access access;

  @Override
  public String resourceType() {
    return "release";
  }

  @Override
  public String permissionResource() {
    return "releases";
  }

  @Override
  public boolean listsByScope() {
    return true;
  }

  @Override
  public Optional<ResourceFacts> factsOf(TenantId tenant, UUID id) {
    return releases
        .byId(tenant, new ReleaseId(id))
        .flatMap(
            release ->
                release.projectId() == null
                    ? Optional.of(ofTheTenant(id))
                    : ofProject(tenant, release.projectId()).map(facts -> inProject(id, facts)));
  }

  /** A new release is told by its project alone; null for one of the tenant. */
  @Override
  public Optional<ResourceFacts> factsOfNew(TenantId tenant, ProjectId project) {
    UUID fresh = Uuid7.next();
    return project == null
        ? Optional.of(ofTheTenant(fresh))
        : ofProject(tenant, project)
            .filter(facts -> access.decide("projects:read", facts) != Decision.HIDDEN)
            .map(facts -> inProject(fresh, facts));
  }

  private Optional<ResourceFacts> ofProject(TenantId tenant, ProjectId project) {
    return sources.stream()
        .filter(source -> source.resourceType().equals("project"))
        .findFirst()
        .flatMap(source -> source.factsOf(tenant, project.value()));
  }

  private ResourceFacts inProject(UUID id, ResourceFacts project) {
    return new ResourceFacts(
        permissionResource(),
        id,
        project.workspaceId(),
        project.ownerId(),
        project.teamId(),
        project.visibility(),
        project.participants(),
        withoutStatus(project.attributes()));
  }

  private static ResourceAttributes withoutStatus(ResourceAttributes project) {
    return new ResourceAttributes(
        null,
        null,
        project.classification(),
        project.securityLevel(),
        project.tags(),
        project.requiresApproval(),
        project.allowedNetworks(),
        project.allowedEmailDomains(),
        project.properties());
  }

  private ResourceFacts ofTheTenant(UUID id) {
    return new ResourceFacts(permissionResource(), id, null, null, null, null, Set.of());
  }
}
