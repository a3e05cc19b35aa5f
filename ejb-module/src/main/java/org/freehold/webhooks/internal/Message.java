package org.freehold.webhooks.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.freehold.engine.delivery.explain.DeliveryStory;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.persistence.TenantRowKey;
import org.freehold.webhooks.DeliveryCounts;
import org.freehold.webhooks.MessageDetails;
import org.freehold.webhooks.MessageId;
import org.freehold.webhooks.MessageWithBody;

/** One domain event for one tenant, kept as the exact text that is signed and sent. */
@Entity
@Table(name = "message")
@IdClass(TenantRowKey.class)
public class Message {
  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id private UUID id;

  private String type;
  private String body;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "spread_at")
  private Instant spreadAt;

  protected Message() {}

  MessageDetails details() {
    return new MessageDetails(id(), type, createdAt);
  }

  MessageWithBody withBody(DeliveryCounts deliveries) {
    return new MessageWithBody(
        id(), type, createdAt, spreadAt, JsonText.parseObject(body), deliveries);
  }

  EventContent content() {
    return new EventContent(body);
  }

  DeliveryStory.Message story() {
    return new DeliveryStory.Message(type, content().workspace(), createdAt, spreadAt);
  }

  MessageId id() {
    return new MessageId(id);
  }

  Instant createdAt() {
    return createdAt;
  }
}
