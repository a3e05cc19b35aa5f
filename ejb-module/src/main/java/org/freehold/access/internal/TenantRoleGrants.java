package org.freehold.access.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.freehold.engine.access.BuiltInRoles;
import org.freehold.engine.access.RoleDefinition;
import org.freehold.engine.access.RoleGraph;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Invalid;
import org.freehold.platform.RoleGrants;
import org.freehold.platform.TeamId;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRules;
import org.freehold.platform.UserId;
import org.freehold.platform.WorkspaceId;

/** The roles that there are, and the rule that nobody hands out more than they hold. */
@ApplicationScoped
public class TenantRoleGrants implements RoleGrants {
  @Inject private TenantRoles roles;
  @Inject private RoleRepository repository;
  @Inject private RoleAssignmentRepository assignments;
  @Inject private Escalation escalation;
  @Inject private LockOutGuard guard;
  @Inject private Clock clock;

  @Override
  public String canonical(String role, String pointer) {
    return canonical(role, null, pointer);
  }

  @Override
  public String canonical(String role, WorkspaceId workspace, String pointer) {
    return BuiltInRoles.canonical(role).orElseGet(() -> custom(role, workspace, pointer));
  }

  /** Locked, so that it is still there when the caller's transaction commits. */
  private String custom(String role, WorkspaceId workspace, String pointer) {
    TenantId tenant = CurrentCall.tenantId();
    repository.lock(tenant);
    RoleGraph graph = roles.now(tenant);
    if (graph.canonical(role).isEmpty()) {
      throw unknown(graph, pointer);
    }
    RoleDefinition found = graph.definition(role);
    if (found.workspaceId() != null
        && (workspace == null || !found.workspaceId().equals(workspace.value()))) {
      throw Invalid.at(
          pointer, "role_of_workspace", "This role can be held in its own workspace only.");
    }
    return found.name();
  }

  private static Invalid unknown(RoleGraph graph, String pointer) {
    String known = String.join(", ", BuiltInRoles.names());
    int own = graph.roles().size() - BuiltInRoles.names().size();
    String more = own == 0 ? "" : ", and " + own + " of the tenant's own";
    return Invalid.at(pointer, "role", "There is no such role; there are " + known + more + ".");
  }

  @Override
  public void requireMayGrant(String role) {
    requireMayGrant(role, null);
  }

  @Override
  public void requireMayGrant(String role, WorkspaceId workspace) {
    escalation.requireMayGrant(List.of(role), workspace);
  }

  @Override
  public void requireMayGrantRolesOf(UserId user) {
    assignments
        .ofUser(CurrentCall.tenantId(), user, clock.instant())
        .forEach(given -> requireMayGrant(given.role(), given.workspaceId()));
  }

  @Override
  public <T> T keepingAdministrators(Supplier<T> change) {
    return guard.keepingAdministrators(change);
  }

  @Override
  public void requireAdministratorUnder(TenantRules rules) {
    guard.requireAdministratorUnder(rules);
  }

  @Override
  public <T> T changingMembers(TeamId team, Supplier<T> change) {
    TenantId tenant = CurrentCall.tenantId();
    repository.lock(tenant);
    List<RoleAssignment> given = assignments.ofTeam(tenant, team, clock.instant());
    given.forEach(one -> requireMayGrant(one.role(), one.workspaceId()));
    escalation.requireMayJoin(team);
    if (!given.isEmpty()) {
      return guard.keepingAdministrators(change);
    }
    return change.get();
  }

  @Override
  public void requireMayGrant(List<String> permissions, String pointer) {
    escalation.requireMayGrant(permissions, pointer);
  }
}
