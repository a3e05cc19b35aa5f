package org.freehold.environments.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.freehold.engine.access.ResourceFacts;
import org.freehold.environments.EnvironmentId;
import org.freehold.platform.NewThingFacts;
import org.freehold.platform.ResourceFactsSource;
import org.freehold.platform.TenantId;
import org.freehold.projects.FactsInProjects;
import org.freehold.projects.ProjectId;
import org.freehold.projects.ThingInProject;

/**
 * What decides over access to an environment, and over making one: what decides over its project.
 */
@ApplicationScoped
public class EnvironmentFacts implements ResourceFactsSource, NewThingFacts<ProjectId> {
  @Inject private EnvironmentRepository environments;
  @Inject private FactsInProjects inProjects;

  @Override
  public String resourceType() {
    return "environment";
  }

  @Override
  public String permissionResource() {
    return "environments";
  }

  @Override
  public boolean listsByScope() {
    return true;
  }

  @Override
  public Optional<ResourceFacts> factsOf(TenantId tenant, UUID id) {
    return environments
        .byId(tenant, new EnvironmentId(id))
        .map(environment -> new ThingInProject(permissionResource(), id, environment.projectId()))
        .flatMap(thing -> inProjects.factsOf(tenant, thing));
  }

  @Override
  public Optional<ResourceFacts> factsOfNew(TenantId tenant, ProjectId project) {
    return inProjects.factsOfNew(tenant, permissionResource(), project);
  }
}
