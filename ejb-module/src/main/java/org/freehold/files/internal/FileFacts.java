package org.freehold.files.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.freehold.engine.access.ResourceFacts;
import org.freehold.files.FileId;
import org.freehold.platform.NewThingFacts;
import org.freehold.platform.ResourceFactsSource;
import org.freehold.platform.TenantId;
import org.freehold.projects.FactsInProjects;
import org.freehold.projects.ProjectId;
import org.freehold.projects.ThingInProject;

/** What decides over access to a file, and over making one: what decides over its project. */
@ApplicationScoped
public class FileFacts implements ResourceFactsSource, NewThingFacts<ProjectId> {
  @Inject private FileRepository files;
  @Inject private FactsInProjects inProjects;

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
        .map(this::inProject)
        .flatMap(thing -> inProjects.factsOf(tenant, thing));
  }

  @Override
  public Map<UUID, ResourceFacts> factsOf(TenantId tenant, Set<UUID> ids) {
    return inProjects.factsOf(
        tenant, files.byIds(tenant, ids).stream().map(this::inProject).toList());
  }

  private ThingInProject inProject(StoredFile file) {
    return new ThingInProject(permissionResource(), file.id().value(), file.projectId());
  }

  @Override
  public Optional<ResourceFacts> factsOfNew(TenantId tenant, ProjectId project) {
    return inProjects.factsOfNew(tenant, permissionResource(), project);
  }
}
