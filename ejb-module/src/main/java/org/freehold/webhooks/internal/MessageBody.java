package org.freehold.webhooks.internal;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
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

  /** Of a tenant's own event. */
  public static String of(String type, Instant when, JsonObject data) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", type);
    body.put("timestamp", when);
    body.put("data", data);
    return JsonText.of(body);
  }

  public static String typeOf(DomainEvent event) {
    EventType type = event.getClass().getAnnotation(EventType.class);
    if (type == null) {
      throw new IllegalStateException(event.getClass() + " does not say its type");
    }
    return type.value();
  }
}
