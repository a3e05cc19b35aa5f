package org.freehold.webhooks.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.TenantRowKey;
import org.freehold.webhooks.DeliveryDetails;
import org.freehold.webhooks.DeliveryError;
import org.freehold.webhooks.DeliveryId;

/** One HTTP call, as it went. */
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

  protected DeliveryAttempt() {}

  DeliveryAttempt(TenantId tenant, DeliveryId delivery, Outcome outcome, String node) {
    tenantId = tenant.value();
    id = Uuid7.next();
    deliveryId = delivery.value();
    attemptedAt = outcome.attemptedAt();
    statusCode = outcome.statusCode();
    error = outcome.error() == null ? null : WireNames.of(outcome.error());
    durationMs = outcome.durationMs();
    responseExcerpt = outcome.responseExcerpt();
    this.node = node;
  }

  UUID deliveryId() {
    return deliveryId;
  }

  DeliveryDetails.Attempt details() {
    return new DeliveryDetails.Attempt(
        id,
        attemptedAt,
        statusCode,
        error == null ? null : WireNames.constant(DeliveryError.class, error).orElseThrow(),
        durationMs,
        responseExcerpt,
        node);
  }
}
