package org.freehold.webhooks;

import java.time.Instant;
import java.util.List;
import org.freehold.platform.Secret;
import org.freehold.platform.Versioned;

/**
 * A new webhook endpoint.
 *
 * @param secret what its messages are signed with; told this once; null when the request is
 *     repeated with its Idempotency-Key
 */
public record NewEndpoint(
    WebhookEndpointId id,
    String url,
    String description,
    List<String> events,
    int timeoutSeconds,
    EndpointStatus status,
    Instant createdAt,
    @Secret String secret,
    long version)
    implements Versioned {}
