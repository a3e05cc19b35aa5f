package org.freehold.projects;

import java.util.UUID;
import org.freehold.platform.EntityId;

/** The id of a task. */
public record TaskId(UUID value) implements EntityId {}
