package org.freehold.batch.housekeeping;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.freehold.jobs.JobDefinition;
import org.freehold.jobs.JobParameter;
import org.freehold.jobs.JobScope;

/** The job that forgets what has expired and rotates signing keys. */
@ApplicationScoped
public class HousekeepingJob implements JobDefinition {
  static final String NAME = "housekeeping";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String title() {
    return "Housekeeping";
  }

  @Override
  public String description() {
    return "Forgets expired sessions, idempotency keys and failed sign-ins in every tenant,"
        + " rotates the keys that sign access tokens, drops old months of webhook messages, and"
        + " removes what the policies of tenants let go.";
  }

  @Override
  public JobScope scope() {
    return JobScope.PLATFORM;
  }

  @Override
  public String unit() {
    return "tenants";
  }

  @Override
  public List<JobParameter> parameters() {
    return List.of();
  }

  @Override
  public Optional<String> nightly() {
    return Optional.of("30 3 * * *");
  }
}
