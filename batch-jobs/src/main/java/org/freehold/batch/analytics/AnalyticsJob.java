package org.freehold.batch.analytics;

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

/** The job that computes the figures of the last days. */
@ApplicationScoped
public class AnalyticsJob implements JobDefinition {
  static final String NAME = "analytics-rollup";
  static final String DAYS = "days";

  @Inject private ChosenTenants tenants;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String title() {
    return "Analytics roll-up";
  }

  @Override
  public String description() {
    return "Computes what the figures of every tenant were on the last days, and what they add up to"
        + " on the platform. A day that is computed again stays the same.";
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
        JobParameter.integer(
            DAYS, 3L, 1, 400, "How many days to compute, today included: late rows count too."),
        tenants.parameter("The only tenant to compute; all when absent."));
  }

  /** Soon after midnight. */
  @Override
  public Optional<String> nightly() {
    return Optional.of("10 0 * * *");
  }

  @Override
  public void admit(CallContext call, Map<String, JsonValue> parameters) {
    tenants.admit(parameters);
  }
}
