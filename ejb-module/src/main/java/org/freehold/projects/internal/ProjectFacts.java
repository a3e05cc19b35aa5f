package org.freehold.projects.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.freehold.engine.access.ResourceFacts;
import org.freehold.platform.ResourceFactsSource;
import org.freehold.platform.TenantId;
import org.freehold.projects.ProjectId;

/** What decides over access to a project. */
@ApplicationScoped
public class ProjectFacts implements ResourceFactsSource {
  @Inject private ProjectRepository projects;

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
  public List<ResourceFacts> factsAfter(TenantId tenant, UUID after, int most) {
    return projects.after(tenant, after, most).stream()
        .map(project -> project.facts(permissionResource(), project.id().value()))
        .toList();
  }
}
