package org.freehold.platform;

import java.util.List;
import java.util.function.Supplier;

/** The port through which features ask what a role is and who may hand it out. */
public interface RoleGrants {
  /** The canonical name; {@link Invalid} at the pointer for an unknown role. */
  String canonical(String role, String pointer);

  /** The same for a role that is to be held in a workspace only. */
  String canonical(String role, WorkspaceId workspace, String pointer);

  /**
   * {@link NotAllowed} when the role may do more than the caller: nobody lifts anybody above
   * themselves.
   */
  void requireMayGrant(String role);

  /**
   * {@link NotAllowed} when these permissions, as {@code projects:write} or {@code projects:*}, are
   * more than the caller holds in the whole tenant; {@link Invalid} below the pointer for one that
   * does not exist.
   */
  void requireMayGrant(List<String> permissions, String pointer);

  /** The same for a role that is held in a workspace only. */
  void requireMayGrant(String role, WorkspaceId workspace);

  /** The same for all roles that were given to the user beside their own. */
  void requireMayGrantRolesOf(UserId user);

  /**
   * Runs a change of who holds what; {@link Conflict} when it leaves the tenant without an
   * administrator, or its caller without the right to undo it.
   */
  <T> T keepingAdministrators(Supplier<T> change);

  /** {@link Conflict} when these rules let in none of the tenant's administrators. */
  void requireAdministratorUnder(TenantRules rules);

  /**
   * Runs a change of who is in a team, whose roles they thereby get or lose: as {@link
   * #keepingAdministrators}, and {@link NotAllowed} when one of the team's roles may do more than
   * the caller.
   */
  <T> T changingMembers(TeamId team, Supplier<T> change);
}
