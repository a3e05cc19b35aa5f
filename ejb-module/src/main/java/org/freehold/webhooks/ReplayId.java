package org.freehold.webhooks;

import java.util.UUID;
import org.freehold.platform.EntityId;

/** The id of a replay: deliveries that are made again. */
public record ReplayId(UUID value) implements EntityId {}
