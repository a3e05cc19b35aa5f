package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.DomainEvent;
import org.freehold.webhooks.MessageDetails;
import org.freehold.webhooks.MessageId;

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
    tell(MessageBody.typeOf(event), MessageBody.of(event, now), now, false);
  }

  /** Of the tenant's own product; the body as it is to be signed and sent. */
  public MessageDetails tellOwn(String type, String body, Instant now) {
    return tell(type, body, now, true);
  }

  private MessageDetails tell(String type, String body, Instant now, boolean own) {
    MessageId id = queue.tell(CurrentCall.tenantId(), type, body, now, own);
    return new MessageDetails(id, type, now);
  }
}
