package org.freehold.webhooks.internal;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.EntityId;
import org.freehold.platform.EventType;
import org.freehold.platform.OrNull;
import org.freehold.platform.json.WireNames;

/**
 * The JSON Schema (2020-12) of the body of an event's messages, as {@link
 * org.freehold.platform.json.RecordWriter} writes the event's record. More members may come, so
 * none are refused.
 */
final class EventSchema {
  private static final Map<Class<?>, Map<String, Object>> SCALARS =
      Map.ofEntries(
          Map.entry(String.class, Map.of("type", "string")),
          Map.entry(Boolean.class, Map.of("type", "boolean")),
          Map.entry(boolean.class, Map.of("type", "boolean")),
          Map.entry(Integer.class, Map.of("type", "integer")),
          Map.entry(int.class, Map.of("type", "integer")),
          Map.entry(Long.class, Map.of("type", "integer")),
          Map.entry(long.class, Map.of("type", "integer")),
          Map.entry(Double.class, Map.of("type", "number")),
          Map.entry(double.class, Map.of("type", "number")),
          Map.entry(BigDecimal.class, Map.of("type", "number")),
          Map.entry(UUID.class, Map.of("type", "string", "format", "uuid")),
          Map.entry(LocalDate.class, Map.of("type", "string", "format", "date")),
          Map.entry(Instant.class, Map.of("type", "string", "format", "date-time")));

  private EventSchema() {}

  static Map<String, Object> of(Class<? extends DomainEvent> event) {
    EventType type = event.getAnnotation(EventType.class);
    return body(type.value(), type.description(), record(event));
  }

  /** Of a body whose data is of the schema. */
  static Map<String, Object> body(String type, String description, Map<String, Object> data) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", Map.of("const", type));
    members.put("timestamp", SCALARS.get(Instant.class));
    members.put("data", data);
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", type);
    schema.put("description", description);
    schema.putAll(object(members));
    return schema;
  }

  private static Map<String, Object> record(Class<?> type) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      Map<String, Object> value = value(component.getGenericType());
      members.put(
          WireNames.of(component),
          component.isAnnotationPresent(OrNull.class) ? orNull(value) : value);
    }
    return object(members);
  }

  private static Map<String, Object> object(Map<String, Object> members) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("required", List.copyOf(members.keySet()));
    schema.put("properties", members);
    return schema;
  }

  private static Map<String, Object> value(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      return Collection.class.isAssignableFrom((Class<?>) generic.getRawType())
          ? Map.of("type", "array", "items", value(arguments[0]))
          : Map.of("type", "object", "additionalProperties", value(arguments[1]));
    }
    Class<?> plain = (Class<?>) type;
    if (EntityId.class.isAssignableFrom(plain)) {
      return SCALARS.get(UUID.class);
    }
    if (plain.isEnum()) {
      return Map.of("type", "string", "enum", names(plain));
    }
    if (plain.isRecord()) {
      return record(plain);
    }
    Map<String, Object> scalar = SCALARS.get(plain);
    if (scalar == null) {
      throw new IllegalStateException("No schema for " + plain);
    }
    return scalar;
  }

  @SuppressWarnings("unchecked")
  private static List<String> names(Class<?> type) {
    return WireNames.of((Class<? extends Enum<?>>) type);
  }

  private static Map<String, Object> orNull(Map<String, Object> schema) {
    Map<String, Object> wider = new LinkedHashMap<>(schema);
    wider.put("type", List.of(schema.get("type"), "null"));
    if (schema.get("enum") instanceof List<?> choices) {
      List<Object> all = new ArrayList<>(choices);
      all.add(null);
      wider.put("enum", all);
    }
    return wider;
  }
}
