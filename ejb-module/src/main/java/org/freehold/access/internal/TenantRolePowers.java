package org.freehold.access.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.freehold.engine.access.PermissionSet;
import org.freehold.engine.access.RoleGraph;
import org.freehold.platform.RolePowers;
import org.freehold.platform.TenantId;

/** Looks into the roles of the tenant as they are now. */
@ApplicationScoped
public class TenantRolePowers implements RolePowers {
  private static final List<String> GRANTING = List.of("roles:write");

  @Inject private TenantRoles roles;

  @Override
  public boolean mayGrantRoles(TenantId tenant, String role) {
    RoleGraph graph = roles.now(tenant);
    if (graph.canonical(role).isEmpty()) {
      return false;
    }
    PermissionSet held = graph.role(role).granted().minus(graph.role(role).denied());
    return held.containsAll(graph.catalogue().compile(GRANTING));
  }
}
