package org.freehold.webhooks;

import java.util.UUID;
import org.freehold.platform.EntityId;

/** The id of a delivery: one message to one endpoint. */
public record DeliveryId(UUID value) implements EntityId {}
