package org.freehold.identity;

import java.util.UUID;
import org.freehold.platform.EntityId;

/** The id of a session. */
public record SessionId(UUID value) implements EntityId {}
