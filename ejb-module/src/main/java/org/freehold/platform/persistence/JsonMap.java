package org.freehold.platform.persistence;

import jakarta.json.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;
import java.util.TreeMap;
import org.freehold.platform.json.JsonText;

/** A JSON object in a jsonb column, which the driver hands over as an object of its own. */
@Converter
public class JsonMap implements AttributeConverter<Map<String, JsonValue>, Object> {
  @Override
  public Object convertToDatabaseColumn(Map<String, JsonValue> values) {
    return values == null ? null : JsonText.of(values);
  }

  @Override
  public Map<String, JsonValue> convertToEntityAttribute(Object column) {
    return column == null ? null : new TreeMap<>(JsonText.parseObject(column.toString()));
  }
}
