package org.freehold.batch.retention;

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

/** The job that archives and removes events whose time is over. */
@ApplicationScoped
public class RetentionCleanupJob implements JobDefinition {
  static final String NAME = "retention-cleanup";
  static final String DRY_RUN = "dry_run";
  static final String SLUG = "tenant_slug";
  private static final int LONGEST_SLUG = 63;

  @Inject private TenantDirectory tenants;

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
        new JobParameter(
            SLUG,
            JobParameter.Type.STRING,
            false,
            null,
            1,
            LONGEST_SLUG,
            Text.SLUG,
            "The only tenant to look at; all when absent."));
  }

  /** Rows of plans and archives say where to go on. */
  @Override
  public boolean keepsItsPlace() {
    return true;
  }

  @Override
  public void admit(CallContext call, Map<String, JsonValue> parameters) {
    if (parameters.get(SLUG) instanceof JsonString slug
        && tenants.bySlug(slug.getString()).isEmpty()) {
      throw Invalid.at("/parameters/" + SLUG, "unknown", "There is no such tenant.");
    }
  }
}
