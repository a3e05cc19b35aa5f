package org.freehold.webhooks.internal;

import java.time.Instant;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.EventType;
import org.freehold.platform.json.JsonText;

/**
 * The body that receivers get, as Standard Webhooks recommends it: the type, when it happened, and
 * the event's own members.
 */
public record MessageBody(String type, Instant timestamp, Record data) {
  public static String of(DomainEvent event, Instant when) {
    return JsonText.of(new MessageBody(typeOf(event), when, (Record) event));
  }

  public static String typeOf(DomainEvent event) {
    EventType type = event.getClass().getAnnotation(EventType.class);
    if (type == null) {
      throw new IllegalStateException(event.getClass() + " does not say its type");
    }
    return type.value();
  }
}
