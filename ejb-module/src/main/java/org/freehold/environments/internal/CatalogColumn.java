package org.freehold.environments.internal;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.freehold.engine.migration.Catalog;

/** What a release left in an environment, in a jsonb column. */
@Converter
public class CatalogColumn implements AttributeConverter<Catalog, Object> {
  @Override
  public Object convertToDatabaseColumn(Catalog catalog) {
    return StoredRecords.text(catalog);
  }

  @Override
  public Catalog convertToEntityAttribute(Object column) {
    return StoredRecords.read(Catalog.class, column);
  }
}
