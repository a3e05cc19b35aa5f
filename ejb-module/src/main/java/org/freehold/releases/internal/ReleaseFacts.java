package org.freehold.releases.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.freehold.engine.access.ResourceFacts;
import org.freehold.platform.NewThingFacts;
import org.freehold.platform.ResourceFactsSource;
import org.freehold.platform.TenantId;
import org.freehold.projects.FactsInProjects;
import org.freehold.projects.ProjectId;
import org.freehold.projects.ThingInProject;
import org.freehold.releases.ReleaseId;

/** What decides over access to a release, and over making one: what decides over its project. */
@ApplicationScoped
public class ReleaseFacts implements ResourceFactsSource, NewThingFacts<ProjectId> {
  @Inject private ReleaseRepository releases;
  @Inject private FactsInProjects inProjects;

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
        .map(release -> new ThingInProject(permissionResource(), id, release.projectId()))
        .flatMap(thing -> inProjects.factsOf(tenant, thing));
  }

  @Override
  public Optional<ResourceFacts> factsOfNew(TenantId tenant, ProjectId project) {
    return inProjects.factsOfNew(tenant, permissionResource(), project);
  }
}
