package org.freehold.webhooks.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.TenantRowKey;
import org.freehold.webhooks.DeliveryDetails;
import org.freehold.webhooks.DeliveryId;
import org.freehold.webhooks.DeliveryStatus;
import org.freehold.webhooks.MessageId;
import org.freehold.webhooks.WebhookEndpointId;

/**
 * One message to one endpoint: {@code pending → delivered|exhausted|skipped}. Written by {@link
 * DeliveryRows}; this is how it is read.
 */
@Entity
@Table(name = "delivery")
@IdClass(TenantRowKey.class)
public class Delivery {
  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id private UUID id;

  @Column(name = "message_id")
  private UUID messageId;

  @Column(name = "endpoint_id")
  private UUID endpointId;

  private String type;
  private String status;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  private String reason;
  private Long sequence;

  @Column(name = "attempt_count")
  private int attemptCount;

  @Column(name = "next_attempt_at")
  private Instant nextAttemptAt;

  @Column(name = "replay_id")
  private UUID replayId;

  protected Delivery() {}

  DeliveryStatus status() {
    return WireNames.constant(DeliveryStatus.class, status).orElseThrow();
  }

  DeliveryDetails details(List<DeliveryDetails.Attempt> attempts) {
    return new DeliveryDetails(
        id(),
        messageId(),
        endpointId(),
        type,
        status(),
        reason,
        sequence,
        attemptCount,
        nextAttemptAt,
        replayId,
        createdAt,
        endedAt,
        attempts);
  }

  /** As it is made again. */
  DeadRows.Source source() {
    return new DeadRows.Source(id, messageId, endpointId, type, status, sequence, createdAt);
  }

  DeliveryId id() {
    return new DeliveryId(id);
  }

  MessageId messageId() {
    return new MessageId(messageId);
  }

  WebhookEndpointId endpointId() {
    return new WebhookEndpointId(endpointId);
  }

  String type() {
    return type;
  }

  Instant createdAt() {
    return createdAt;
  }
}
