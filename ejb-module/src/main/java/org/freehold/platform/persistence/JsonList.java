package org.freehold.platform.persistence;

import jakarta.json.JsonString;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.freehold.platform.json.JsonText;

/** A list of strings in a jsonb column, which the driver hands over as an object of its own. */
@Converter
public class JsonList implements AttributeConverter<List<String>, Object> {
  @Override
  public Object convertToDatabaseColumn(List<String> values) {
    return values == null ? null : JsonText.of(values);
  }

  @Override
  public List<String> convertToEntityAttribute(Object column) {
    return column == null
        ? null
        : JsonText.storedArray(column.toString()).getValuesAs(JsonString::getString);
  }
}
