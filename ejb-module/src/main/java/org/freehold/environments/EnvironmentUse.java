package org.freehold.environments;

import org.freehold.platform.TenantId;

/** The port through which a feature says that it has something in an environment. Found by CDI. */
public interface EnvironmentUse {
  /**
   * Whether the environment may no longer be deleted, nor aimed at another database. Asked inside a
   * transaction.
   */
  boolean uses(TenantId tenant, EnvironmentId environment);
}
