package org.freehold.platform.json;

import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.freehold.platform.EntityId;

/**
 * Writes records as JSON: snake_case names, enums by wire name, ids and times as strings, absent
 * values as null, money with the digits that it has.
 */
public final class RecordWriter {
  private RecordWriter() {}

  static void write(JsonGenerator json, Object value) {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof EntityId id) {
      json.write(id.value().toString());
    } else if (value instanceof Record) {
      writeRecord(json, value);
    } else if (value instanceof Collection<?> items) {
      json.writeStartArray();
      items.forEach(item -> write(json, item));
      json.writeEnd();
    } else if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      map.forEach((name, item) -> writeMember(json, String.valueOf(name), item));
      json.writeEnd();
    } else {
      writeScalar(json, value);
    }
  }

  private static void writeRecord(JsonGenerator json, Object value) {
    RecordShape shape = RecordShape.of(value.getClass());
    json.writeStartObject();
    for (RecordShape.Part part : shape.parts()) {
      if (RecordShape.onWire(value, part)) {
        writeMember(json, part.name(), shape.value(value, part));
      }
    }
    json.writeEnd();
  }

  private static void writeMember(JsonGenerator json, String name, Object value) {
    json.writeKey(name);
    write(json, value);
  }

  private static void writeScalar(JsonGenerator json, Object value) {
    if (value instanceof Enum<?> constant) {
      json.write(WireNames.of(constant));
    } else if (value instanceof Boolean bool) {
      json.write(bool);
    } else if (value instanceof BigDecimal number) {
      json.write(number);
    } else if (value instanceof Integer || value instanceof Long) {
      json.write(((Number) value).longValue());
    } else if (value instanceof Double number) {
      json.write(number);
    } else if (value instanceof JsonValue tree) {
      json.write(tree);
    } else {
      json.write(value.toString());
    }
  }
}
