package org.freehold.webhooks;

/** Which deliveries a list shows; null: all. */
public record DeliveryFilter(
    WebhookEndpointId endpointId,
    MessageId messageId,
    DeliveryStatus status,
    String type,
    TimeRange made) {}
