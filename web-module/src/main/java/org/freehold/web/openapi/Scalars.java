package org.freehold.web.openapi;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.freehold.platform.EntityId;
import org.freehold.platform.json.WireNames;

/** The schemas of single values. */
final class Scalars {
  private static final Map<Class<?>, List<String>> TYPES =
      Map.ofEntries(
          Map.entry(String.class, List.of("string")),
          Map.entry(boolean.class, List.of("boolean")),
          Map.entry(Boolean.class, List.of("boolean")),
          Map.entry(int.class, List.of("integer", "int32")),
          Map.entry(Integer.class, List.of("integer", "int32")),
          Map.entry(long.class, List.of("integer", "int64")),
          Map.entry(Long.class, List.of("integer", "int64")),
          Map.entry(double.class, List.of("number", "double")),
          Map.entry(Double.class, List.of("number", "double")),
          Map.entry(BigDecimal.class, List.of("number", "decimal")),
          Map.entry(UUID.class, List.of("string", "uuid")),
          Map.entry(LocalDate.class, List.of("string", "date")),
          Map.entry(Instant.class, List.of("string", "date-time")));

  private Scalars() {}

  static Map<String, Object> of(Class<?> type) {
    if (type.isEnum()) {
      return Trees.of("type", "string", "enum", names(type));
    }
    if (type == byte[].class) {
      return Trees.of("type", "string", "contentMediaType", "application/octet-stream");
    }
    if (type == JsonValue.class || type == Object.class) {
      return Trees.of();
    }
    List<String> form = TYPES.get(EntityId.class.isAssignableFrom(type) ? UUID.class : type);
    if (form == null) {
      throw new IllegalStateException("No schema for " + type);
    }
    Map<String, Object> schema = Trees.of("type", form.get(0));
    if (form.size() > 1) {
      schema.put("format", form.get(1));
    }
    return schema;
  }

  @SuppressWarnings("unchecked")
  private static List<String> names(Class<?> type) {
    return WireNames.of((Class<? extends Enum<?>>) type);
  }

  /** Requests may write decimal numbers as strings, so that none loses digits on its way. */
  static Map<String, Object> withText(Map<String, Object> schema, Schemas.Use use) {
    if (use == Schemas.Use.ANSWER || !"decimal".equals(schema.get("format"))) {
      return schema;
    }
    Map<String, Object> text =
        Trees.of("type", "string", "pattern", "^[+-]?[0-9]{1,20}([.][0-9]{1,2})?$");
    return Trees.of("anyOf", List.of(schema, text));
  }
}
