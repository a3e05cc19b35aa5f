package org.freehold.webhooks;

/**
 * Which attempts a list shows; null: all.
 *
 * @param made when they were attempted
 */
public record AttemptFilter(
    WebhookEndpointId endpointId, DeliveryId deliveryId, DeliveryError error, TimeRange made) {}
