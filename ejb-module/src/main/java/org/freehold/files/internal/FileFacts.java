package org.freehold.files.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.freehold.access.Access;
import org.freehold.engine.access.Decision;
import org.freehold.engine.access.ResourceAttributes;
import org.freehold.engine.access.ResourceFacts;
import org.freehold.files.FileId;
import org.freehold.platform.NewThingFacts;
import org.freehold.platform.ResourceFactsSource;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.freehold.projects.ProjectId;

/** What decides over access to a file, and over making one: what decides over its project. */
@ApplicationScoped
public class FileFacts implements ResourceFactsSource, NewThingFacts<ProjectId> {
  @Inject private FileRepository files;
  @Inject @Any private Instance<ResourceFactsSource> sources;
  @Inject private Access access;

  @Override
  public String resourceType() {
    return "file";
  }

  @Override
  public String permissionResource() {
    return "files";
  }

  @Override
  public boolean listsByScope() {
    return true;
  }

  @Override
  public Optional<ResourceFacts> factsOf(TenantId tenant, UUID id) {
    return files
        .byId(tenant, new FileId(id))
        .flatMap(
            file ->
                file.projectId() == null
                    ? Optional.of(ofTheTenant(id))
                    : ofProject(tenant, file.projectId()).map(facts -> inProject(id, facts)));
  }

  @Override
  public Map<UUID, ResourceFacts> factsOf(TenantId tenant, Set<UUID> ids) {
    List<StoredFile> found = files.byIds(tenant, ids);
    Set<UUID> inProjects =
        found.stream()
            .filter(file -> file.projectId() != null)
            .map(file -> file.projectId().value())
            .collect(Collectors.toSet());
    Map<UUID, ResourceFacts> ofProjects = projects().factsOf(tenant, inProjects);
    return found.stream()
        .flatMap(file -> of(file, ofProjects).stream())
        .collect(Collectors.toMap(ResourceFacts::id, Function.identity()));
  }

  private Optional<ResourceFacts> of(StoredFile file, Map<UUID, ResourceFacts> ofProjects) {
    UUID id = file.id().value();
    return file.projectId() == null
        ? Optional.of(ofTheTenant(id))
        : Optional.ofNullable(ofProjects.get(file.projectId().value()))
            .map(facts -> inProject(id, facts));
  }

  /** A new file is told by its project alone; null for a file of the tenant. */
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
    return projects().factsOf(tenant, project.value());
  }

  private ResourceFactsSource projects() {
    return sources.stream()
        .filter(source -> source.resourceType().equals("project"))
        .findFirst()
        .orElseThrow();
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
