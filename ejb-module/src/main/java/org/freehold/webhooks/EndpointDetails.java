package org.freehold.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.freehold.platform.Versioned;
import org.freehold.platform.WorkspaceId;

/**
 * A webhook endpoint as the API tells it.
 *
 * @param headers their names; the values are masked
 * @param statusReason why it is not enabled, when the product did it
 * @param failingSince since when all its attempts have failed; null while they do not
 * @param consent whether the receiver said that it wants the calls; null where nobody asks
 */
public record EndpointDetails(
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
    Certificate clientCertificate,
    EndpointStatus status,
    String statusReason,
    Instant failingSince,
    SecretRotation secretRotation,
    Consent consent,
    Instant createdAt,
    Instant updatedAt,
    long version)
    implements Versioned {
  EndpointDetails failingSince(Instant since) {
    return new EndpointDetails(
        id,
        url,
        description,
        events,
        filters,
        headers,
        workspaceId,
        timeoutSeconds,
        maxRetries,
        retryScheduleSeconds,
        rateLimitPerSecond,
        redrive,
        clientCertificate,
        status,
        statusReason,
        since,
        secretRotation,
        consent,
        createdAt,
        updatedAt,
        version);
  }

  /**
   * What we show a receiver who asks for it.
   *
   * @param sha256 of the certificate, in hexadecimal digits
   */
  public record Certificate(String subject, Instant expiresAt, String sha256) {}

  /**
   * Whether the receiver wants the calls. Nothing is sent before it is granted.
   *
   * @param ratePerMinute calls that it wants at the most; null: as many as there are
   * @param detail why it is refused; null otherwise
   */
  public record Consent(
      ConsentStatus status, Instant askedAt, Integer ratePerMinute, String detail) {}

  /**
   * How the exchange of the secret stands.
   *
   * @param previousExpiresAt when the old secret signs no more; null when it does not now
   * @param acceptedAt when the receiver accepted a test that the new secret alone had signed
   */
  public record SecretRotation(Instant previousExpiresAt, Instant acceptedAt) {}
}
