package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.freehold.platform.work.WorkHandler;
import org.freehold.platform.work.WorkItem;
import org.freehold.webhooks.DeliveryId;

/**
 * Calls the receiver. A node that dies in between leaves the delivery pending, and its lease brings
 * it back: at least once, with the same id.
 */
@ApplicationScoped
public class DeliveryWork implements WorkHandler {
  @Inject private Deliveries deliveries;
  @Inject private Sender sender;

  @Override
  public String kind() {
    return Deliveries.KIND;
  }

  @Override
  public void handle(WorkItem item) {
    DeliveryId id = new DeliveryId(item.subject());
    deliveries.next(id).ifPresent(call -> deliveries.record(id, sender.send(call)));
  }
}
