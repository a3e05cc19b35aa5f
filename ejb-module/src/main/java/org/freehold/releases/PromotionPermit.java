package org.freehold.releases;

import org.freehold.environments.EnvironmentId;

/** Given by {@link ReleasePromotion} to one who may have a deployment promoted. */
public final class PromotionPermit {
  private final DeploymentId deployment;
  private final EnvironmentId environment;
  private final String environmentName;

  PromotionPermit(DeploymentId deployment, EnvironmentId environment, String environmentName) {
    this.deployment = deployment;
    this.environment = environment;
    this.environmentName = environmentName;
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
}
