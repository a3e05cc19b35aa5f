package org.freehold.platform;

import java.util.List;
import java.util.UUID;

/** The port through which features ask who may give roles to others, as it is now. */
public interface RolePowers {
  /** Whether the holders of the role may; false for a role that there is not. */
  boolean mayGrantRoles(TenantId tenant, String role);

  /** The same for a role of the tenant's own, by its id: its name is no part of what is changed. */
  boolean mayGrantRoles(TenantId tenant, UUID ownRole);

  /**
   * Whether whoever holds these permissions may, as {@code projects:write} or {@code projects:*};
   * what is no permission gives nothing.
   */
  boolean mayGrantRoles(TenantId tenant, List<String> permissions);

  /**
   * Whether the members of the team may by a role that the team holds: in the whole tenant or in a
   * workspace, now or from a later moment on.
   */
  boolean mayGrantRoles(TenantId tenant, TeamId team);
}
