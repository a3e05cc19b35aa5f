package org.freehold.demo;

import jakarta.json.JsonValue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Map;
import java.util.TreeMap;
import org.freehold.platform.Text;
import org.freehold.platform.json.JsonText;

/**
 * Asks for demo data in a tenant: at least so many demo projects with at least so many tasks each.
 *
 * @param tenantSlug made when it is missing and an operator of the platform asks
 * @param numProjects 3 when absent
 * @param tasksPerProject 8 when absent
 * @param partitions how many parts are written at the same time; by the size when absent
 */
public record SeedDemo(
    @NotNull @Pattern(regexp = Text.SLUG) String tenantSlug,
    @Min(1) @Max(MOST_PROJECTS) Integer numProjects,
    @Min(0) @Max(MOST_TASKS) Integer tasksPerProject,
    @Min(1) @Max(MOST_PARTITIONS) Integer partitions) {
  static final int MOST_PROJECTS = 10_000;
  static final int MOST_TASKS = 100;
  static final int MOST_PARTITIONS = 8;
  static final int PROJECTS = 3;
  static final int TASKS = 8;

  public SeedDemo {
    numProjects = numProjects == null ? PROJECTS : numProjects;
    tasksPerProject = tasksPerProject == null ? TASKS : tasksPerProject;
  }

  /** As the job takes them. */
  Map<String, JsonValue> parameters() {
    Map<String, JsonValue> parameters = new TreeMap<>();
    parameters.put(DemoSeedJob.SLUG, JsonText.PROVIDER.createValue(tenantSlug));
    parameters.put(DemoSeedJob.PROJECTS, JsonText.PROVIDER.createValue(numProjects));
    parameters.put(DemoSeedJob.TASKS, JsonText.PROVIDER.createValue(tasksPerProject));
    if (partitions != null) {
      parameters.put(DemoSeedJob.PARTITIONS, JsonText.PROVIDER.createValue(partitions));
    }
    return parameters;
  }
}
