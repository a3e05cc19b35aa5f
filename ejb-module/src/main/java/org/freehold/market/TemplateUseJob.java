package org.freehold.market;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.freehold.jobs.JobDefinition;
import org.freehold.jobs.JobParameter;
import org.freehold.jobs.JobScope;

/** The job that makes a tenant of a template. */
@ApplicationScoped
public class TemplateUseJob implements JobDefinition {
  public static final String NAME = "template-use";

  /** The parameter that names the use. */
  public static final String USE = "use";

  private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String title() {
    return "Tenant of a template";
  }

  @Override
  public String description() {
    return "Makes what a use of a template says. Started by POST /api/market/templates/{id}/use;"
        + " by itself it does nothing.";
  }

  @Override
  public JobScope scope() {
    return JobScope.PLATFORM;
  }

  @Override
  public boolean keepsItsPlace() {
    return true;
  }

  @Override
  public String unit() {
    return "things";
  }

  @Override
  public List<JobParameter> parameters() {
    return List.of(JobParameter.text(USE, UUID_FORM, 36, "The use whose run it is."));
  }
}
