package org.freehold.webhooks;

import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.EventCatalogue;
import org.freehold.platform.EventType;
import org.freehold.platform.Guarded;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.json.JsonText;
import org.freehold.webhooks.internal.MessageBody;

/** The catalogue of events: the sum of what features register. */
@Stateless
@Guarded
public class EventTypes {
  private static final Instant MOMENT = Instant.parse("2026-01-15T12:00:00Z");

  @Inject @Any private Instance<EventCatalogue> catalogues;

  @RequiresPermission("webhooks:read")
  public List<EventTypeDetails> list() {
    return catalogues.stream()
        .flatMap(catalogue -> catalogue.examples().stream())
        .map(EventTypes::details)
        .sorted(Comparator.comparing(EventTypeDetails::type))
        .toList();
  }

  private static EventTypeDetails details(DomainEvent example) {
    EventType type = example.getClass().getAnnotation(EventType.class);
    String body = MessageBody.of(example, MOMENT);
    return new EventTypeDetails(
        type.value(), type.version(), type.description(), JsonText.parseObject(body));
  }
}
