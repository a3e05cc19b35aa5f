package org.freehold.environments;

import java.util.UUID;
import org.freehold.platform.EntityId;

/** The id of an environment. */
public record EnvironmentId(UUID value) implements EntityId {}
