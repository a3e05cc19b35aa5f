package org.freehold.web.access;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.freehold.access.RoleAssignmentFilter;
import org.freehold.platform.TeamId;
import org.freehold.platform.UserId;
import org.freehold.platform.WorkspaceId;

/** What a list of role assignments can be narrowed to. */
public class RoleAssignmentParameters {
  @QueryParam("role")
  private String role;

  @QueryParam("user_id")
  private UserId userId;

  @QueryParam("team_id")
  private TeamId teamId;

  @QueryParam("api_key_id")
  private UUID apiKeyId;

  @QueryParam("workspace_id")
  private WorkspaceId workspaceId;

  RoleAssignmentFilter filter() {
    return new RoleAssignmentFilter(role, userId, teamId, apiKeyId, workspaceId);
  }
}
