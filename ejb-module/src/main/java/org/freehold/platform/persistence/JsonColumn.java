package org.freehold.platform.persistence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/**
 * JSON as text in a jsonb column, which the driver hands over as an object of its own: for
 * documents that are read by few of those who read the row.
 */
@Converter
public class JsonColumn implements AttributeConverter<String, Object> {
  @Override
  public Object convertToDatabaseColumn(String json) {
    return json;
  }

  @Override
  public String convertToEntityAttribute(Object column) {
    return column == null ? null : column.toString();
  }
}
