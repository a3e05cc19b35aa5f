package org.freehold.webhooks;

import java.util.UUID;
import org.freehold.platform.EntityId;

/** The id of a webhook endpoint. */
public record WebhookEndpointId(UUID value) implements EntityId {}
