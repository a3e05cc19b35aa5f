package org.freehold.platform;

import java.util.List;

/** The port through which features find the people who run a tenant. */
public interface Administrators {
  /**
   * The active people who hold {@code tenant_admin} in the whole tenant, in the platform's own
   * {@code super_admin}: by themselves or through a team. Fifty at the most, those who joined
   * first.
   */
  List<UserId> of(TenantRef tenant);
}
