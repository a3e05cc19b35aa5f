package org.freehold.decisions;

import jakarta.json.JsonValue;
import jakarta.validation.constraints.Size;
import java.util.Map;

/**
 * What is said of a thing of another system.
 *
 * @param properties that conditions can test: texts, numbers, flags and arrays of texts; what a
 *     question says of the thing comes before them
 */
public record DecisionThingFields(@Size(max = 50) Map<String, JsonValue> properties) {
  public DecisionThingFields {
    properties = properties == null ? Map.of() : properties;
  }
}
