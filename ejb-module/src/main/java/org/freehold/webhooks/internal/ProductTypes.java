package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.EventCatalogue;
import org.freehold.platform.EventType;
import org.freehold.platform.json.JsonText;
import org.freehold.webhooks.EventTypeDetails;
import org.freehold.webhooks.EventTypeDetails.Origin;

/** The product's own types of events: the sum of what features register. */
@ApplicationScoped
public class ProductTypes {
  private static final Instant MOMENT = Instant.parse("2026-01-15T12:00:00Z");

  /** Kinds of events that are to come, and names that would be taken for the product's. */
  private static final Set<String> KEPT =
      Set.of(
          "audit",
          "backup",
          "compliance",
          "freehold",
          "invoice",
          "job",
          "platform",
          "privacy",
          "security",
          "system");

  @Inject @Any private Instance<EventCatalogue> catalogues;
  private volatile Map<String, EventTypeDetails> known;

  public Map<String, EventTypeDetails> all() {
    if (known == null) {
      Map<String, EventTypeDetails> types = new TreeMap<>();
      for (EventCatalogue catalogue : catalogues) {
        catalogue.examples().forEach(example -> types.put(typeOf(example), details(example)));
      }
      known = types;
    }
    return known;
  }

  public Optional<EventTypeDetails> find(String type) {
    return Optional.ofNullable(all().get(type));
  }

  /** Whether the type is of a kind that is the product's: {@code project.anything}. */
  public boolean isOfKind(String type) {
    String kind = kind(type);
    Set<String> kinds = new TreeSet<>(KEPT);
    all().keySet().forEach(own -> kinds.add(kind(own)));
    return kinds.contains(kind);
  }

  private static String kind(String type) {
    return type.substring(0, (type + ".").indexOf('.'));
  }

  private static String typeOf(DomainEvent event) {
    return event.getClass().getAnnotation(EventType.class).value();
  }

  static EventTypeDetails details(DomainEvent example) {
    EventType type = example.getClass().getAnnotation(EventType.class);
    return new EventTypeDetails(
        type.value(),
        type.version(),
        type.description(),
        JsonText.parseObject(JsonText.of(EventSchema.of(example.getClass()))),
        JsonText.parseObject(MessageBody.of(example, MOMENT)),
        Origin.FREEHOLD);
  }
}
