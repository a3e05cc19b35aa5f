package org.freehold.batch.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freehold.batch.platform.ChosenTenants;
import org.freehold.jobs.JobDefinition;
import org.freehold.jobs.JobParameter;
import org.freehold.jobs.JobScope;
import org.freehold.platform.CallContext;

/** The job that archives and removes events whose time is over. */
@ApplicationScoped
public class RetentionCleanupJob implements JobDefinition {
  static final String NAME = "retention-cleanup";
  static final String DRY_RUN = "dry_run";

  @Inject private ChosenTenants tenants;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String title() {
    return "Retention clean-up";
  }

  @Override
  public String description() {
    return "Plans which months of each trail have expired, archives those that are approved, reads the"
        + " archives back, certifies them in the tree, and removes the events: when all tenants are"
        + " looked at, a month that nobody needs any more goes as a whole, with its table.";
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
    return List.of(
        JobParameter.flag(DRY_RUN, false, "Only tells in its log what would be planned."),
        tenants.parameter("The only tenant to look at; all when absent."));
  }

  @Override
  public Optional<String> nightly() {
    return Optional.of("40 2 * * *");
  }

  /** Rows of plans and archives say where to go on. */
  @Override
  public boolean keepsItsPlace() {
    return true;
  }

  @Override
  public void admit(CallContext call, Map<String, JsonValue> parameters) {
    tenants.admit(parameters);
  }
}
