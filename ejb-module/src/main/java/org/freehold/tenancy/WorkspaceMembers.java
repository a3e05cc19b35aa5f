package org.freehold.tenancy;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAllowed;
import org.freehold.platform.NotFound;
import org.freehold.platform.On;
import org.freehold.platform.Page;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.RoleGrants;
import org.freehold.platform.TenantId;
import org.freehold.platform.UserId;
import org.freehold.platform.WorkspaceId;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.tenancy.internal.WorkspaceMember;
import org.freehold.tenancy.internal.WorkspaceRepository;

/**
 * Who is in a workspace, and what they may do there. Nobody gives or takes away a role that may do
 * more than they.
 */
@Stateless
@Guarded
public class WorkspaceMembers {
  private static final String OPERATOR = "super_admin";

  @Inject private WorkspaceRepository workspaces;
  @Inject private TenantReferences references;
  @Inject private RoleGrants roles;
  @Inject private ChangeLog changes;
  @Inject private Clock clock;

  @RequiresPermission("workspaces:read")
  public Page<WorkspaceMemberDetails> list(
      @On("workspace") WorkspaceId workspace, PageRequest page) {
    return workspaces.members(CurrentCall.tenantId(), workspace, page);
  }

  @RequiresPermission("workspaces:read")
  public WorkspaceMemberDetails details(@On("workspace") WorkspaceId workspace, UserId user) {
    return find(workspace, user).details();
  }

  @RequiresPermission("workspaces:write")
  @Audited(value = "workspace.member_added", complianceRelevant = true)
  public WorkspaceMemberDetails add(
      @On("workspace") WorkspaceId workspace, WorkspaceMemberFields fields) {
    TenantId tenant = CurrentCall.tenantId();
    String role = grantable(fields.role(), workspace);
    references.requireUsers(Map.of("/user_id", fields.userId()));
    if (workspaces.member(tenant, workspace, fields.userId()).isPresent()) {
      throw new Conflict(
          "member_exists",
          "This user is a member of the workspace already.",
          "Remove them first to give them another role.");
    }
    WorkspaceMember member =
        new WorkspaceMember(tenant, workspace, fields.userId(), role, clock.instant());
    workspaces.add(member);
    changes.about("workspace", workspace.value()).after(member.fields());
    return member.details();
  }

  @RequiresPermission("workspaces:write")
  @Audited(value = "workspace.member_removed", complianceRelevant = true)
  public void remove(@On("workspace") WorkspaceId workspace, UserId user) {
    WorkspaceMember member = find(workspace, user);
    roles.requireMayGrant(member.role(), workspace);
    workspaces.remove(member);
    changes.about("workspace", workspace.value()).before(member.fields());
  }

  private WorkspaceMember find(WorkspaceId workspace, UserId user) {
    return workspaces
        .member(CurrentCall.tenantId(), workspace, user)
        .orElseThrow(() -> new NotFound("workspace member"));
  }

  private String grantable(String wish, WorkspaceId workspace) {
    String role = roles.canonical(wish, workspace, "/role");
    if (role.equals(OPERATOR)) {
      throw NotAllowed.because(
          "platform_role",
          "The role super_admin exists on the platform only, not in a workspace.",
          "tenant_admin may do everything in a workspace.");
    }
    roles.requireMayGrant(role, workspace);
    return role;
  }
}
