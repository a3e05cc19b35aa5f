package org.freehold.environments.internal;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** What a release left in an environment, as text of a jsonb column: few readers need it parsed. */
@Converter
public class CatalogColumn implements AttributeConverter<String, Object> {
  @Override
  public Object convertToDatabaseColumn(String catalog) {
    return catalog;
  }

  @Override
  public String convertToEntityAttribute(Object column) {
    return column == null ? null : column.toString();
  }
}
