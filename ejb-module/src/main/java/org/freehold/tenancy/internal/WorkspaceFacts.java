package org.freehold.tenancy.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.freehold.engine.access.ResourceFacts;
import org.freehold.platform.ResourceFactsSource;
import org.freehold.platform.TenantId;
import org.freehold.platform.WorkspaceId;

/** A workspace lies in itself: the role held in it decides what may be done with it. */
@ApplicationScoped
public class WorkspaceFacts implements ResourceFactsSource {
  @Inject private WorkspaceRepository workspaces;

  @Override
  public String resourceType() {
    return "workspace";
  }

  @Override
  public String permissionResource() {
    return "workspaces";
  }

  @Override
  public Optional<ResourceFacts> factsOf(TenantId tenant, UUID id) {
    return workspaces.byId(tenant, new WorkspaceId(id)).map(found -> facts(id));
  }

  @Override
  public List<ResourceFacts> factsAfter(TenantId tenant, UUID after, int most) {
    return workspaces.idsAfter(tenant, after, most).stream().map(this::facts).toList();
  }

  private ResourceFacts facts(UUID id) {
    return new ResourceFacts(permissionResource(), id, id, null, null, null, Set.of());
  }
}
