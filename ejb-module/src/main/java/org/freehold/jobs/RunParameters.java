package org.freehold.jobs;

import jakarta.json.JsonValue;
import jakarta.validation.constraints.Size;
import java.util.Map;

/** The parameters of a new run of the job in the path. */
public record RunParameters(@Size(max = 50) Map<String, JsonValue> parameters) {
  public RunParameters {
    parameters = parameters == null ? Map.of() : parameters;
  }
}
