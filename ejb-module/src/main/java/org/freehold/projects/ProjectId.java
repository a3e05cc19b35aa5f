package org.freehold.projects;

import java.util.UUID;
import org.freehold.platform.EntityId;

/** The id of a project. */
public record ProjectId(UUID value) implements EntityId {}
