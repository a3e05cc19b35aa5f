package org.freehold.releases;

import org.freehold.environments.EnvironmentId;

/** What a list of deployments is narrowed to; null: not narrowed. */
public record DeploymentFilter(
    ReleaseId release, EnvironmentId environment, DeploymentStatus status) {}
