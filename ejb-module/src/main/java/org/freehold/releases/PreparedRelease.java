package org.freehold.releases;

import java.util.List;
import org.freehold.engine.migration.Finding;
import org.freehold.engine.migration.Step;
import org.freehold.environments.DryRun;

/**
 * A release that was planned for an environment.
 *
 * @param releaseId {@code rel_…}
 * @param inversePlan the steps in the order in which they are undone: what undoes is {@code up}
 */
public record PreparedRelease(
    String releaseId,
    ReleaseId id,
    String version,
    ReleaseStatus status,
    DeploymentDetails deployment,
    Manifest manifest,
    List<Step> plan,
    List<Step> inversePlan,
    List<Finding> findings,
    DryRun dryRun) {}
