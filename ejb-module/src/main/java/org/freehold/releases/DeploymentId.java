package org.freehold.releases;

import java.util.UUID;
import org.freehold.platform.EntityId;

/** The id of a deployment: a release planned for one environment. */
public record DeploymentId(UUID value) implements EntityId {}
