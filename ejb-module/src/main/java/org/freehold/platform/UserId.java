package org.freehold.platform;

import java.util.UUID;

/** The id of a user. */
public record UserId(UUID value) implements EntityId {}
