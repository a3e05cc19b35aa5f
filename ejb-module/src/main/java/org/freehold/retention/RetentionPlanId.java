package org.freehold.retention;

import java.util.UUID;
import org.freehold.platform.EntityId;

/** The id of a plan. */
public record RetentionPlanId(UUID value) implements EntityId {}
