package org.freehold.jobs;

import jakarta.json.JsonValue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;

/** Which job to start, with which parameters; each job says which it takes. */
public record RunRequest(
    @NotBlank @Size(max = 100) String name, @Size(max = 50) Map<String, JsonValue> parameters) {
  public RunRequest {
    parameters = parameters == null ? Map.of() : parameters;
  }
}
