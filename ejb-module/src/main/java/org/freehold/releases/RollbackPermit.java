package org.freehold.releases;

import org.freehold.engine.migration.Plan;
import org.freehold.environments.EnvironmentId;

/** Given by {@link ReleaseRollback} to one who may see, or have, a deployment undone. */
public final class RollbackPermit {
  private final DeploymentId deployment;
  private final EnvironmentId environment;
  private final String environmentName;
  private final Plan plan;

  RollbackPermit(
      DeploymentId deployment, EnvironmentId environment, String environmentName, Plan plan) {
    this.deployment = deployment;
    this.environment = environment;
    this.environmentName = environmentName;
    this.plan = plan;
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
}
