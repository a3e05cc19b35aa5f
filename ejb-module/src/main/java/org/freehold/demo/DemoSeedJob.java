package org.freehold.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.freehold.jobs.JobDefinition;
import org.freehold.jobs.JobParameter;
import org.freehold.jobs.JobScope;
import org.freehold.platform.CallContext;
import org.freehold.platform.Text;

/** The job that fills a tenant with demo data. */
@ApplicationScoped
public class DemoSeedJob implements JobDefinition {
  public static final String NAME = "demo-seed";
  static final String SLUG = "tenant_slug";
  static final String PROJECTS = "num_projects";
  static final String TASKS = "tasks_per_project";
  static final String PARTITIONS = "partitions";

  @Inject private DemoTarget target;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String title() {
    return "Demo data";
  }

  @Override
  public String description() {
    return "Fills a tenant with people, teams, projects, tasks and files to look at. A second run adds"
        + " only what is missing.";
  }

  @Override
  public JobScope scope() {
    return JobScope.TENANT;
  }

  @Override
  public boolean keepsItsPlace() {
    return true;
  }

  @Override
  public String unit() {
    return "rows";
  }

  @Override
  public List<JobParameter> parameters() {
    return List.of(
        JobParameter.text(
            SLUG, Text.SLUG, 63, "The tenant; only operators of the platform name another."),
        JobParameter.integer(
            PROJECTS,
            (long) SeedDemo.PROJECTS,
            1,
            SeedDemo.MOST_PROJECTS,
            "How many demo projects there are to be."),
        JobParameter.integer(
            TASKS, (long) SeedDemo.TASKS, 0, SeedDemo.MOST_TASKS, "How many tasks each has."),
        JobParameter.integer(
            PARTITIONS,
            0L,
            0,
            SeedDemo.MOST_PARTITIONS,
            "How many parts are written at the same time; 0: by the size."));
  }

  @Override
  public void admit(CallContext call, Map<String, JsonValue> parameters) {
    target.requireAllowed(call.requireTenant(), ((JsonString) parameters.get(SLUG)).getString());
  }
}
