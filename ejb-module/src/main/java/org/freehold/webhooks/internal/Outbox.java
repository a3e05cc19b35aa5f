package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.DomainEvent;
import org.freehold.webhooks.MessageDetails;

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
    tell(MessageBody.typeOf(event), MessageBody.of(event, now), now);
  }

  /** The body as it is to be signed and sent. */
  public MessageDetails tell(String type, String body, Instant now) {
    return new MessageDetails(queue.tell(CurrentCall.tenantId(), type, body, now), type, now);
  }
}
