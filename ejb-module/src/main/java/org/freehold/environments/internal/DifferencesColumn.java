package org.freehold.environments.internal;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.freehold.engine.migration.Difference;

/** How an environment differs from what was left there, in a jsonb column. */
@Converter
public class DifferencesColumn implements AttributeConverter<List<Difference>, Object> {
  @Override
  public Object convertToDatabaseColumn(List<Difference> differences) {
    return StoredRecords.text(differences);
  }

  @Override
  public List<Difference> convertToEntityAttribute(Object column) {
    return column == null ? List.of() : StoredRecords.readAll(Difference.class, column);
  }
}
