package org.freehold.jobs;

import jakarta.json.JsonValue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;

/**
 * What is said of a schedule.
 *
 * @param cron five fields, or six with seconds first
 * @param zone of the fields; UTC when absent
 * @param enabled true when absent
 */
public record ScheduleFields(
    @NotBlank @Size(max = 100) String job,
    @NotBlank @Size(max = 100) String cron,
    @Size(max = 60) String zone,
    @Size(max = 50) Map<String, JsonValue> parameters,
    Boolean enabled) {
  public ScheduleFields {
    zone = zone == null ? "UTC" : zone;
    parameters = parameters == null ? Map.of() : parameters;
    enabled = enabled == null || enabled;
  }
}
