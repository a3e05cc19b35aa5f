package org.freehold.releases;

import org.freehold.engine.migration.Plan;
import org.freehold.environments.EnvironmentId;

/** Given by {@link ReleaseRollback} to one who may see, or have, a deployment undone. */
public final class RollbackPermit {
  private final String release;
  private final DeploymentId deployment;
  private final EnvironmentId environment;
  private final String environmentName;
  private final Plan plan;
  private final boolean again;

  RollbackPermit(
      String release,
      DeploymentId deployment,
      EnvironmentId environment,
      String environmentName,
      Plan plan,
      boolean again) {
    this.release = release;
    this.deployment = deployment;
    this.environment = environment;
    this.environmentName = environmentName;
    this.plan = plan;
    this.again = again;
  }

  /** {@code rel_…} */
  String release() {
    return release;
  }

  DeploymentId deployment() {
    return deployment;
  }

  EnvironmentId environment() {
    return environment;
  }

  String environmentName() {
    return environmentName;
  }

  Plan plan() {
    return plan;
  }

  /** Whether undoing it failed before: then the journal must say that there is something left. */
  boolean again() {
    return again;
  }
}
