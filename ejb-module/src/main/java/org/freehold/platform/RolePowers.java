package org.freehold.platform;

import java.util.List;
import java.util.UUID;

/**
 * The port through which features ask who may give roles to others, or make policies that give
 * permissions, as it is now.
 */
public interface RolePowers {
  /** Whether the holders of the role may, by it or by policies; false when there is none. */
  boolean mayGrantRoles(TenantId tenant, String role);

  /** The same for a role of the tenant's own, by its id: its name is no part of what is changed. */
  boolean mayGrantRoles(TenantId tenant, UUID ownRole);

  /**
   * Whether whoever holds these permissions may, as {@code projects:write} or {@code projects:*};
   * what is no permission gives nothing.
   */
  boolean mayGrantRoles(TenantId tenant, List<String> permissions);

  /**
   * Whether the members of the team may by a role that the team holds, in the whole tenant or in a
   * workspace, or by a policy about the team, now or from a later moment on.
   */
  boolean mayGrantRoles(TenantId tenant, TeamId team);

  /** Whether the policy lets anybody, now or from a later moment on; false when there is none. */
  boolean letsGrantRoles(TenantId tenant, UUID policy);
}
