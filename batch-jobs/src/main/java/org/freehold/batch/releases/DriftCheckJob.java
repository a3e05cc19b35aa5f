package org.freehold.batch.releases;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.freehold.jobs.JobDefinition;
import org.freehold.jobs.JobParameter;
import org.freehold.jobs.JobScope;

/** The job that compares every environment of a tenant with what releases left there. */
@ApplicationScoped
public class DriftCheckJob implements JobDefinition {
  @Override
  public String name() {
    return "drift-check";
  }

  @Override
  public String title() {
    return "Drift check";
  }

  @Override
  public String description() {
    return "Compares every environment with what releases left there, and tells of those that were"
        + " changed by somebody else.";
  }

  @Override
  public JobScope scope() {
    return JobScope.TENANT;
  }

  @Override
  public String unit() {
    return "environments";
  }

  @Override
  public List<JobParameter> parameters() {
    return List.of();
  }
}
