package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.TenantId;
import org.freehold.platform.work.WorkQueue;

/**
 * Writes every domain event down in the transaction that fired it: no change without its message,
 * no message without its change. Who wants it is found out later.
 */
@ApplicationScoped
public class Outbox {
  static final String KIND = "webhook_message";

  @Inject private WebhookRepository webhooks;
  @Inject private WorkQueue work;
  @Inject private Clock clock;

  void keep(@Observes DomainEvent event) {
    TenantId tenant = CurrentCall.tenantId();
    Instant now = clock.instant();
    Message message = new Message(tenant, event, now);
    webhooks.add(message);
    work.schedule(KIND, tenant, message.id().value(), now);
  }
}
