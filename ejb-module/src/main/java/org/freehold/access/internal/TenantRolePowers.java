package org.freehold.access.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.freehold.engine.access.PermissionCatalogue;
import org.freehold.engine.access.PermissionSet;
import org.freehold.engine.access.RoleGraph;
import org.freehold.platform.RolePowers;
import org.freehold.platform.TeamId;
import org.freehold.platform.TenantId;

/** Looks into the roles of the tenant as they are now. */
@ApplicationScoped
public class TenantRolePowers implements RolePowers {
  private static final List<String> GRANTING = List.of("roles:write");

  @Inject private TenantRoles roles;
  @Inject private RoleRepository own;
  @Inject private RoleAssignmentRepository assignments;
  @Inject private Clock clock;

  @Override
  public boolean mayGrantRoles(TenantId tenant, String role) {
    RoleGraph graph = roles.now(tenant);
    if (graph.canonical(role).isEmpty()) {
      return false;
    }
    PermissionSet held = graph.role(role).granted().minus(graph.role(role).denied());
    return mayGrant(graph.catalogue(), held);
  }

  @Override
  public boolean mayGrantRoles(TenantId tenant, UUID ownRole) {
    return own.byId(tenant, ownRole).filter(role -> mayGrantRoles(tenant, role.name())).isPresent();
  }

  @Override
  public boolean mayGrantRoles(TenantId tenant, List<String> permissions) {
    PermissionCatalogue catalogue = roles.now(tenant).catalogue();
    List<String> known = permissions.stream().filter(catalogue::isGrant).toList();
    return mayGrant(catalogue, catalogue.compile(known));
  }

  @Override
  public boolean mayGrantRoles(TenantId tenant, TeamId team) {
    return assignments.ofTeam(tenant, team, clock.instant()).stream()
        .anyMatch(given -> mayGrantRoles(tenant, given.role()));
  }

  private static boolean mayGrant(PermissionCatalogue catalogue, PermissionSet held) {
    return held.containsAll(catalogue.compile(GRANTING));
  }
}
