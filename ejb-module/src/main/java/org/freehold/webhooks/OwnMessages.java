package org.freehold.webhooks;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.Invalid;
import org.freehold.platform.RequiresPermission;
import org.freehold.webhooks.internal.EventTypeRepository;
import org.freehold.webhooks.internal.Outbox;
import org.freehold.webhooks.internal.TenantEventType;

/** Messages of a tenant's own product, through the same outbox as those of this one. */
@Stateless
@Guarded
public class OwnMessages {
  /** What the trail tells of a message: not what is in it. */
  public record Sent(String eventType) {}

  @Inject private EventTypeRepository types;
  @Inject private Outbox outbox;
  @Inject private ChangeLog changes;
  @Inject private Clock clock;

  /** {@link Invalid} at an unknown type, and at what does not hold to the type's schema. */
  @RequiresPermission("webhooks:write")
  @Audited("webhook_message.sent")
  public MessageDetails send(NewMessage message) {
    TenantEventType type =
        types
            .find(CurrentCall.tenantId(), message.eventType())
            .orElseThrow(
                () ->
                    Invalid.at(
                        "/event_type",
                        "unknown",
                        "The tenant has registered no type " + message.eventType() + "."));
    Instant now = clock.instant();
    String body = type.body(message.payload(), now);
    MessageDetails sent = outbox.tellOwn(message.eventType(), body, now);
    changes.about("webhook_message", sent.id().value()).after(new Sent(message.eventType()));
    return sent;
  }
}
