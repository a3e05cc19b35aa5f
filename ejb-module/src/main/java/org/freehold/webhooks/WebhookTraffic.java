package org.freehold.webhooks;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotFound;
import org.freehold.platform.Page;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.webhooks.internal.TrafficRepository;

/** What was sent, and how it went. */
@Stateless
@Guarded
public class WebhookTraffic {
  @Inject private TrafficRepository traffic;

  /** {@code type} null: of all types. */
  @RequiresPermission("webhooks:read")
  public Page<MessageDetails> messages(String type, TimeRange made, PageRequest page) {
    return traffic.messages(CurrentCall.tenantId(), type, made, page);
  }

  @RequiresPermission("webhooks:read")
  public MessageWithBody message(MessageId id) {
    return traffic.message(CurrentCall.tenantId(), id).orElseThrow(() -> new NotFound("message"));
  }

  @RequiresPermission("webhooks:read")
  public Page<DeliveryDetails> deliveries(DeliveryFilter filter, PageRequest page) {
    return traffic.deliveries(CurrentCall.tenantId(), filter, page);
  }

  @RequiresPermission("webhooks:read")
  public Page<AttemptDetails> attempts(AttemptFilter filter, PageRequest page) {
    return traffic.attempts(CurrentCall.tenantId(), filter, page);
  }

  @RequiresPermission("webhooks:read")
  public DeliveryDetails delivery(DeliveryId id) {
    return traffic.delivery(CurrentCall.tenantId(), id).orElseThrow(() -> new NotFound("delivery"));
  }
}
