package org.freehold.webhooks;

import java.util.UUID;
import org.freehold.platform.EntityId;

/** The id of a message: one domain event for one tenant. */
public record MessageId(UUID value) implements EntityId {}
