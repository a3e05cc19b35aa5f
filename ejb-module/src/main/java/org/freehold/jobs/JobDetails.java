package org.freehold.jobs;

import jakarta.json.JsonValue;
import java.util.List;

/**
 * A job as it is told.
 *
 * @param lastRun in the caller's tenant; null when it never ran
 */
public record JobDetails(
    String name,
    String title,
    String description,
    JobScope scope,
    List<Parameter> parameters,
    RunDetails lastRun) {
  /** A declared parameter; minimum and maximum bound an integer or the length of a text. */
  public record Parameter(
      String name,
      JobParameter.Type type,
      boolean required,
      JsonValue defaultValue,
      long minimum,
      long maximum,
      String pattern,
      String description) {}
}
