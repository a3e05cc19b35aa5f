package org.freehold.webhooks;

import java.time.Instant;
import java.util.List;
import org.freehold.platform.Versioned;

/**
 * A webhook endpoint as the API tells it.
 *
 * @param statusReason why it is not enabled, when the product did it
 */
public record EndpointDetails(
    WebhookEndpointId id,
    String url,
    String description,
    List<String> events,
    int timeoutSeconds,
    EndpointStatus status,
    String statusReason,
    Instant createdAt,
    Instant updatedAt,
    long version)
    implements Versioned {}
