package org.freehold.webhooks;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.freehold.engine.delivery.ClientCertificate;
import org.freehold.engine.delivery.HeaderRules;
import org.freehold.platform.Secret;
import org.freehold.platform.Text;
import org.freehold.platform.WorkspaceId;

/**
 * A webhook endpoint as the tenant describes it.
 *
 * @param url https, or http where the operator allows it; never a private address
 * @param events event types, kinds as {@code project.*}, or all: {@code *}; all when absent
 * @param filters that must all hold; none when absent
 * @param headers sent along with every message; a value that is {@link #MASK} stays as it is
 * @param workspaceId only what says that it happened in there is heard; null: everything
 * @param timeoutSeconds how long the receiver may take to answer; 30 when absent
 * @param maxRetries how often a call that failed is repeated; 11 when absent
 * @param retryScheduleSeconds the pauses before the repetitions, of which the last goes on; null:
 *     the product's own
 * @param rateLimitPerSecond null: as fast as there is work
 * @param redrive whether what was given up is sent again when the receiver recovers
 * @param clientCertificatePem shown to a receiver who asks for it, with those that signed it
 * @param clientKeyPem its private key; {@link #MASK} keeps the one that is there
 * @param status enabled when absent
 */
public record EndpointFields(
    @NotBlank @Size(max = 2000) String url,
    @Size(max = Text.DESCRIPTION) String description,
    @Size(min = 1, max = 100) List<@NotNull @Size(max = 100) String> events,
    @Size(max = 20) List<@NotNull @Valid EndpointFilter> filters,
    @Size(max = HeaderRules.MOST)
        Map<@Size(min = 1, max = 100) String, @NotNull @Size(max = 2000) String> headers,
    WorkspaceId workspaceId,
    @Min(1) @Max(30) Integer timeoutSeconds,
    @Min(0) @Max(20) Integer maxRetries,
    @Size(min = 1, max = 20) List<@NotNull @Min(1) @Max(604_800) Integer> retryScheduleSeconds,
    @Min(1) @Max(1000) Integer rateLimitPerSecond,
    Boolean redrive,
    @Size(max = ClientCertificate.LARGEST) String clientCertificatePem,
    @Size(max = ClientCertificate.LARGEST) @Secret String clientKeyPem,
    EndpointStatus status) {
  /** What is told of a value that is secret. */
  public static final String MASK = "••••";

  public EndpointFields {
    events = events == null ? List.of("*") : events;
    filters = filters == null ? List.of() : filters;
    headers = headers == null ? Map.of() : headers;
    timeoutSeconds = timeoutSeconds == null ? Integer.valueOf(30) : timeoutSeconds;
    maxRetries = maxRetries == null ? Integer.valueOf(11) : maxRetries;
    redrive = redrive == null ? Boolean.FALSE : redrive;
    status = status == null ? EndpointStatus.ENABLED : status;
  }

  /** Never the values of headers, nor the key. */
  @Override
  public String toString() {
    return "endpoint " + url;
  }
}
