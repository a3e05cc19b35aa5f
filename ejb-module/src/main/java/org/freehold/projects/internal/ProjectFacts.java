package org.freehold.projects.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.freehold.engine.access.ResourceFacts;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.NewThingFacts;
import org.freehold.platform.ResourceFactsSource;
import org.freehold.platform.TenantId;
import org.freehold.platform.UserId;
import org.freehold.projects.ProjectFields;
import org.freehold.projects.ProjectId;
import org.freehold.tenancy.TenantReferences;

/** What decides over access to a project, and over making one. */
@ApplicationScoped
public class ProjectFacts implements ResourceFactsSource, NewThingFacts<ProjectFields> {
  @Inject private ProjectRepository projects;
  @Inject private TenantReferences references;
  @Inject private Clock clock;

  @Override
  public String resourceType() {
    return "project";
  }

  @Override
  public String permissionResource() {
    return "projects";
  }

  @Override
  public boolean listsByScope() {
    return true;
  }

  @Override
  public Optional<ResourceFacts> factsOf(TenantId tenant, UUID id) {
    return projects.byId(tenant, new ProjectId(id)).map(Project::facts);
  }

  @Override
  public Map<UUID, ResourceFacts> factsOf(TenantId tenant, Set<UUID> ids) {
    return projects.byIds(tenant, ids).stream()
        .map(Project::facts)
        .collect(Collectors.toMap(ResourceFacts::id, Function.identity()));
  }

  @Override
  public List<ResourceFacts> factsAfter(TenantId tenant, UUID after, int most) {
    return projects.after(tenant, after, most).stream().map(Project::facts).toList();
  }

  @Override
  public Optional<ResourceFacts> factsOfNew(TenantId tenant, ProjectFields fields) {
    if (fields.workspaceId() != null && !references.hasWorkspace(fields.workspaceId())) {
      return Optional.empty();
    }
    UserId creator = CurrentCall.get().actor().person();
    return Optional.of(new Project(tenant, fields, creator, clock.instant()).facts());
  }
}
