package org.freehold.forwarding;

import java.util.UUID;
import org.freehold.platform.EntityId;

/** The id of a destination of a tenant's trail. */
public record DestinationId(UUID value) implements EntityId {}
