package org.freehold.platform;

/** The port through which features ask what a role may do, whoever holds it. */
public interface RolePowers {
  /** Whether its holders may give roles to others; false for a role that there is not. */
  boolean mayGrantRoles(TenantId tenant, String role);
}
