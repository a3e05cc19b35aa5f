package org.freehold.flags;

import java.util.UUID;
import org.freehold.platform.EntityId;

/** The id of a change that is to come. */
public record FlagScheduleId(UUID value) implements EntityId {}
