package org.freehold.environments.internal;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.freehold.environments.EnvironmentPolicy;

/** The policy of an environment in a jsonb column. */
@Converter
public class PolicyColumn implements AttributeConverter<EnvironmentPolicy, Object> {
  @Override
  public Object convertToDatabaseColumn(EnvironmentPolicy policy) {
    return StoredRecords.text(policy);
  }

  @Override
  public EnvironmentPolicy convertToEntityAttribute(Object column) {
    return StoredRecords.read(EnvironmentPolicy.class, column);
  }
}
