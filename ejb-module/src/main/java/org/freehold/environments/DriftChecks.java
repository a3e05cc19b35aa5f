package org.freehold.environments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Looks at an environment now, outside a transaction, and keeps what it finds. */
@ApplicationScoped
public class DriftChecks {
  @Inject private Environments environments;
  @Inject private EnvironmentTargets targets;
  @Inject private Clock clock;

  /** {@link EnvironmentUnavailable} when its database does not answer. */
  public EnvironmentDrift check(EnvironmentId id) {
    environments.permitCheck(id);
    Instant begun = clock.instant();
    try {
      return environments.checked(id, targets.read(id), begun);
    } catch (MigrationFailed e) {
      throw new EnvironmentUnavailable(e);
    }
  }
}
