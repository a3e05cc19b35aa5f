package org.freehold.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.freehold.platform.Secret;
import org.freehold.platform.Versioned;
import org.freehold.platform.WorkspaceId;

/**
 * An endpoint with a new secret.
 *
 * @param secret what its messages are signed with; told this once; null when the request is
 *     repeated with its Idempotency-Key
 */
public record NewEndpoint(
    WebhookEndpointId id,
    String url,
    String description,
    List<String> events,
    List<EndpointFilter> filters,
    Map<String, String> headers,
    WorkspaceId workspaceId,
    int timeoutSeconds,
    int maxRetries,
    List<Integer> retryScheduleSeconds,
    Integer rateLimitPerSecond,
    boolean redrive,
    EndpointDetails.Certificate clientCertificate,
    EndpointStatus status,
    String statusReason,
    Instant failingSince,
    EndpointDetails.SecretRotation secretRotation,
    EndpointDetails.Consent consent,
    Instant createdAt,
    Instant updatedAt,
    @Secret String secret,
    long version)
    implements Versioned {
  public static NewEndpoint of(EndpointDetails endpoint, String secret) {
    return new NewEndpoint(
        endpoint.id(),
        endpoint.url(),
        endpoint.description(),
        endpoint.events(),
        endpoint.filters(),
        endpoint.headers(),
        endpoint.workspaceId(),
        endpoint.timeoutSeconds(),
        endpoint.maxRetries(),
        endpoint.retryScheduleSeconds(),
        endpoint.rateLimitPerSecond(),
        endpoint.redrive(),
        endpoint.clientCertificate(),
        endpoint.status(),
        endpoint.statusReason(),
        endpoint.failingSince(),
        endpoint.secretRotation(),
        endpoint.consent(),
        endpoint.createdAt(),
        endpoint.updatedAt(),
        secret,
        endpoint.version());
  }
}
