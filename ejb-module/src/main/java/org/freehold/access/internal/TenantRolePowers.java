package org.freehold.access.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.freehold.engine.access.PermissionCatalogue;
import org.freehold.engine.access.PermissionSet;
import org.freehold.engine.access.RoleGraph;
import org.freehold.engine.access.RoleSet;
import org.freehold.engine.access.TenantSnapshot;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.RolePowers;
import org.freehold.platform.TeamId;
import org.freehold.platform.TenantId;

/** Looks into the roles and policies of the tenant as they are now. */
@ApplicationScoped
public class TenantRolePowers implements RolePowers {
  /** Whoever has one of these hands permissions to others. */
  private static final List<String> GRANTING = List.of("roles:write", "policies:write");

  @Inject private TenantRoles roles;
  @Inject private RoleRepository own;
  @Inject private RoleAssignmentRepository assignments;
  @Inject private AccessSnapshots snapshots;
  @Inject private Clock clock;

  @Override
  public boolean mayGrantRoles(TenantId tenant, String role) {
    RoleGraph graph = roles.now(tenant);
    if (graph.canonical(role).isEmpty()) {
      return false;
    }
    RoleSet set = graph.role(role);
    return mayGrant(graph.catalogue(), set.granted().minus(set.denied()))
        || policiesLet(set.names(), Set.of());
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
            .anyMatch(given -> mayGrantRoles(tenant, given.role()))
        || policiesLet(Set.of(), Set.of(team.value()));
  }

  @Override
  public boolean letsGrantRoles(TenantId tenant, UUID policy) {
    TenantSnapshot snapshot = snapshot();
    return mayGrant(snapshot.catalogue(), snapshot.givenByPolicy(policy, clock.instant()));
  }

  private boolean policiesLet(Set<String> roleNames, Set<UUID> teams) {
    TenantSnapshot snapshot = snapshot();
    return mayGrant(
        snapshot.catalogue(), snapshot.givenByPolicies(roleNames, teams, clock.instant()));
  }

  private TenantSnapshot snapshot() {
    return snapshots.current(CurrentCall.get().requireTenant()).snapshot();
  }

  private static boolean mayGrant(PermissionCatalogue catalogue, PermissionSet held) {
    return GRANTING.stream().anyMatch(one -> held.containsAll(catalogue.compile(List.of(one))));
  }
}
