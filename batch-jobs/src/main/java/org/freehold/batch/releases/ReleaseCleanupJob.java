package org.freehold.batch.releases;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.freehold.jobs.JobDefinition;
import org.freehold.jobs.JobParameter;
import org.freehold.jobs.JobScope;

/** The job that removes for good what releases dropped, and backups, when their time is over. */
@ApplicationScoped
public class ReleaseCleanupJob implements JobDefinition {
  @Override
  public String name() {
    return "release-cleanup";
  }

  @Override
  public String title() {
    return "Release cleanup";
  }

  @Override
  public String description() {
    return "Removes for good what releases dropped longer ago than the environment keeps it, and"
        + " backups that are too old. Afterwards only a backup of your own brings it back.";
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
