package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.freehold.platform.work.WorkHandler;
import org.freehold.platform.work.WorkItem;
import org.freehold.webhooks.MessageId;

/** Finds out who wants a message. */
@ApplicationScoped
public class MessageWork implements WorkHandler {
  @Inject private Deliveries deliveries;

  @Override
  public String kind() {
    return Outbox.KIND;
  }

  @Override
  public void handle(WorkItem item) {
    deliveries.spread(new MessageId(item.subject()));
  }
}
