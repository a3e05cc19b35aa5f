package org.freehold.platform;

import java.util.UUID;

/** The id of a team. */
public record TeamId(UUID value) implements EntityId {}
