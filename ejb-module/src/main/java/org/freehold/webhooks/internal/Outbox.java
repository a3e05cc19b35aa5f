package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.DomainEvent;

/**
 * Writes every domain event down in the transaction that fired it: no change without its message,
 * no message without its change. Who wants it is found out later.
 */
@ApplicationScoped
public class Outbox {
  @Inject private DeliveryQueue queue;
  @Inject private Clock clock;

  void keep(@Observes DomainEvent event) {
    Instant now = clock.instant();
    queue.tell(CurrentCall.tenantId(), MessageBody.typeOf(event), MessageBody.of(event, now), now);
  }
}
