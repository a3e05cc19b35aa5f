package org.freehold.releases;

import java.util.List;

/**
 * A deployment and what it had to say since somebody looked last.
 *
 * @param more whether there are more lines than these
 */
public record WatchedDeployment(
    DeploymentDetails deployment, List<ReleaseLogLine> lines, boolean more) {}
