package org.freehold.webhooks.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.TenantRowKey;
import org.freehold.webhooks.DeliveryDetails;
import org.freehold.webhooks.DeliveryId;
import org.freehold.webhooks.DeliveryStatus;
import org.freehold.webhooks.MessageId;
import org.freehold.webhooks.WebhookEndpointId;

/** One message to one endpoint: {@code pending → delivered|failed|skipped}. */
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

  protected Delivery() {}

  Delivery(TenantId tenant, Message message, WebhookEndpoint endpoint, Instant now) {
    tenantId = tenant.value();
    id = Uuid7.next();
    messageId = message.id().value();
    endpointId = endpoint.id().value();
    type = message.type();
    createdAt = now;
    status = WireNames.of(DeliveryStatus.PENDING);
  }

  void end(DeliveryStatus how, Instant now) {
    status = WireNames.of(how);
    endedAt = now;
  }

  boolean isPending() {
    return status() == DeliveryStatus.PENDING;
  }

  DeliveryStatus status() {
    return WireNames.constant(DeliveryStatus.class, status).orElseThrow();
  }

  DeliveryDetails details(List<DeliveryDetails.Attempt> attempts) {
    return new DeliveryDetails(
        id(), messageId(), endpointId(), type, status(), createdAt, endedAt, attempts);
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

  Instant createdAt() {
    return createdAt;
  }
}
