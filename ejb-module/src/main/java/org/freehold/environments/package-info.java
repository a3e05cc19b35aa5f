/**
 * The environments that releases go through, and their databases: what is in one, a rehearsal on a
 * scratch copy, a backup that was read back, applying a plan and undoing it. Knows nothing of
 * releases; whoever has deployments in an environment says so through {@link
 * org.freehold.environments.EnvironmentUse}.
 */
@Feature(
    name = "environments",
    dependsOn = {"platform", "identity", "access", "projects", "jobs"})
package org.freehold.environments;

import org.freehold.platform.Feature;
