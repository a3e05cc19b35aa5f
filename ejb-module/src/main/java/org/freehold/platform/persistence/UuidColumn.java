package org.freehold.platform.persistence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;

/** Nullable uuid columns: EclipseLink's own conversion of UUID (4.0.8) fails on null. */
@Converter(autoApply = true)
public class UuidColumn implements AttributeConverter<UUID, UUID> {
  @Override
  public UUID convertToDatabaseColumn(UUID id) {
    return id;
  }

  @Override
  public UUID convertToEntityAttribute(UUID column) {
    return column;
  }
}
