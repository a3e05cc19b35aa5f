package org.freehold.webhooks.internal;

import jakarta.json.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.JsonMap;
import org.freehold.platform.persistence.TenantRowKey;
import org.freehold.webhooks.AttemptDetails;
import org.freehold.webhooks.DeliveryDetails;
import org.freehold.webhooks.DeliveryError;
import org.freehold.webhooks.DeliveryId;

/** One HTTP call, as it went; written by {@link DeliveryRows}. */
@Entity
@Table(name = "delivery_attempt")
@IdClass(TenantRowKey.class)
public class DeliveryAttempt {
  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id private UUID id;

  @Column(name = "delivery_id")
  private UUID deliveryId;

  @Column(name = "attempted_at")
  private Instant attemptedAt;

  @Column(name = "status_code")
  private Integer statusCode;

  private String error;

  @Column(name = "duration_ms")
  private int durationMs;

  @Column(name = "response_excerpt")
  private String responseExcerpt;

  private String node;
  private Integer number;

  @Column(name = "ip_address")
  private String ipAddress;

  @Convert(converter = JsonMap.class)
  @Column(name = "request_headers")
  private Map<String, JsonValue> requestHeaders;

  @Convert(converter = JsonMap.class)
  @Column(name = "response_headers")
  private Map<String, JsonValue> responseHeaders;

  protected DeliveryAttempt() {}

  UUID id() {
    return id;
  }

  /** {@code delivery} null when it is forgotten. */
  AttemptDetails listed(Delivery delivery) {
    DeliveryDetails.Attempt one = details();
    return new AttemptDetails(
        id,
        new DeliveryId(deliveryId),
        delivery == null ? null : delivery.endpointId(),
        delivery == null ? null : delivery.type(),
        one.number(),
        one.attemptedAt(),
        one.statusCode(),
        one.error(),
        one.durationMs(),
        one.ipAddress(),
        one.responseExcerpt(),
        one.node());
  }

  UUID deliveryId() {
    return deliveryId;
  }

  DeliveryDetails.Attempt details() {
    return new DeliveryDetails.Attempt(
        id,
        number,
        attemptedAt,
        statusCode,
        error == null ? null : WireNames.constant(DeliveryError.class, error).orElseThrow(),
        durationMs,
        ipAddress,
        requestHeaders,
        responseHeaders,
        responseExcerpt,
        node);
  }
}
