package org.freehold.environments;

import java.time.Instant;
import org.freehold.platform.Versioned;
import org.freehold.projects.ProjectId;

/**
 * An environment as the API tells it.
 *
 * @param projectId null for one of the whole tenant
 * @param fingerprint of the schema as the last release left it; null before the first
 * @param deployedAt when that was; null before the first
 */
public record EnvironmentDetails(
    EnvironmentId id,
    ProjectId projectId,
    String name,
    int position,
    String url,
    String healthUrl,
    EnvironmentPolicy policy,
    EnvironmentTarget target,
    String fingerprint,
    EnvironmentDrift drift,
    Instant deployedAt,
    Instant createdAt,
    Instant updatedAt,
    long version)
    implements Versioned {}
