package org.freehold.environments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Looks at an environment now, outside a transaction, and keeps what it finds. */
@ApplicationScoped
public class DriftChecks {
  @Inject private Environments environments;
  @Inject private EnvironmentTargets targets;

  /** {@link EnvironmentUnavailable} when its database does not answer. */
  public EnvironmentDrift check(EnvironmentId id) {
    environments.permitCheck(id);
    try {
      return environments.checked(id, targets.read(id));
    } catch (MigrationFailed e) {
      throw new EnvironmentUnavailable(e);
    }
  }
}
