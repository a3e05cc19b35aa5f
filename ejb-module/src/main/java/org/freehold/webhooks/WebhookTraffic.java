package org.freehold.webhooks;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotFound;
import org.freehold.platform.Page;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.webhooks.internal.WebhookRepository;

/** What was sent, and how it went. */
@Stateless
@Guarded
public class WebhookTraffic {
  @Inject private WebhookRepository webhooks;

  /** {@code type} null: of all types. */
  @RequiresPermission("webhooks:read")
  public Page<MessageDetails> messages(String type, PageRequest page) {
    return webhooks.messages(CurrentCall.tenantId(), type, page);
  }

  @RequiresPermission("webhooks:read")
  public MessageDetails message(MessageId id) {
    return webhooks
        .messageDetails(CurrentCall.tenantId(), id)
        .orElseThrow(() -> new NotFound("message"));
  }

  @RequiresPermission("webhooks:read")
  public Page<DeliveryDetails> deliveries(DeliveryFilter filter, PageRequest page) {
    return webhooks.deliveries(CurrentCall.tenantId(), filter, page);
  }

  @RequiresPermission("webhooks:read")
  public DeliveryDetails delivery(DeliveryId id) {
    return webhooks
        .delivery(CurrentCall.tenantId(), id)
        .orElseThrow(() -> new NotFound("delivery"));
  }
}
