package org.freehold.access.policies.internal;

import jakarta.json.JsonObject;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.freehold.platform.json.JsonText;

/**
 * A condition in a jsonb column; as JSON, since another version may have written what we cannot
 * read.
 */
@Converter
public class ConditionColumn implements AttributeConverter<JsonObject, Object> {
  @Override
  public Object convertToDatabaseColumn(JsonObject condition) {
    return condition == null ? null : condition.toString();
  }

  @Override
  public JsonObject convertToEntityAttribute(Object column) {
    return column == null ? null : JsonText.parseObject(column.toString());
  }
}
