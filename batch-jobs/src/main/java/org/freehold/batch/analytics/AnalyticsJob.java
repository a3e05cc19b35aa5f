package org.freehold.batch.analytics;

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
import org.freehold.platform.Invalid;
import org.freehold.platform.TenantDirectory;
import org.freehold.platform.Text;

/** The job that computes the figures of the last days. */
@ApplicationScoped
public class AnalyticsJob implements JobDefinition {
  static final String NAME = "analytics-rollup";
  static final String DAYS = "days";
  static final String SLUG = "tenant_slug";
  private static final int LONGEST_SLUG = 63;

  @Inject private TenantDirectory tenants;

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
        new JobParameter(
            SLUG,
            JobParameter.Type.STRING,
            false,
            null,
            1,
            LONGEST_SLUG,
            Text.SLUG,
            "The only tenant to compute; all when absent."));
  }

  @Override
  public void admit(CallContext call, Map<String, JsonValue> parameters) {
    if (parameters.get(SLUG) instanceof JsonString slug
        && tenants.bySlug(slug.getString()).isEmpty()) {
      throw Invalid.at("/parameters/" + SLUG, "unknown", "There is no such tenant.");
    }
  }
}
