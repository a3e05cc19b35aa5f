package org.freehold.access.policies;

import java.util.UUID;
import org.freehold.platform.EntityId;

/** The id of a policy. */
public record PolicyId(UUID value) implements EntityId {}
