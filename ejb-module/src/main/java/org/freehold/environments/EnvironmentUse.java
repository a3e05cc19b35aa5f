package org.freehold.environments;

import java.time.Instant;
import org.freehold.platform.TenantId;

/** The port through which a feature says that it has something in an environment. Found by CDI. */
public interface EnvironmentUse {
  /**
   * Whether the environment may no longer be deleted, nor aimed at another database. Asked inside a
   * transaction.
   */
  boolean uses(TenantId tenant, EnvironmentId environment);

  /**
   * Whether the environment is being changed, or was since then: what somebody read of it then may
   * be something half-made. Asked inside a transaction.
   */
  boolean changes(TenantId tenant, EnvironmentId environment, Instant since);
}
