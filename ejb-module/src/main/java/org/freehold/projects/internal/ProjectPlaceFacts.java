package org.freehold.projects.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.freehold.engine.access.ResourceFacts;
import org.freehold.platform.ResourceFactsSource;
import org.freehold.platform.TenantId;
import org.freehold.platform.WorkspaceId;
import org.freehold.tenancy.TenantReferences;

/**
 * What is known of a project that is to be in a workspace before it is known itself: the
 * permissions on projects that are held there.
 */
@ApplicationScoped
public class ProjectPlaceFacts implements ResourceFactsSource {
  @Inject private TenantReferences references;

  @Override
  public String resourceType() {
    return "project_workspace";
  }

  @Override
  public String permissionResource() {
    return "projects";
  }

  @Override
  public Optional<ResourceFacts> factsOf(TenantId tenant, UUID id) {
    return references.hasWorkspace(new WorkspaceId(id))
        ? Optional.of(new ResourceFacts("projects", null, id, null, null, null, Set.of()))
        : Optional.empty();
  }
}
