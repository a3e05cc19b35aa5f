package org.freehold.batch.releases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.freehold.jobs.JobDefinition;
import org.freehold.jobs.JobParameter;
import org.freehold.jobs.JobScope;
import org.freehold.platform.Actor;
import org.freehold.platform.CallContext;
import org.freehold.platform.Invalid;

/** The job that writes the many rows of a backfill; promotions start it, and nobody else does. */
@ApplicationScoped
public class BackfillJob implements JobDefinition {
  static final String ENVIRONMENT = "environment";
  static final String DEPLOYMENT = "deployment";
  static final String STEP = "step";
  private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  @Override
  public String name() {
    return "release-backfill";
  }

  @Override
  public String title() {
    return "Release backfill";
  }

  @Override
  public String description() {
    return "Writes the rows of a release's backfill in batches. Promotions start it by themselves.";
  }

  @Override
  public JobScope scope() {
    return JobScope.TENANT;
  }

  @Override
  public String unit() {
    return "rows";
  }

  @Override
  public List<JobParameter> parameters() {
    return List.of(
        JobParameter.text(ENVIRONMENT, UUID_FORM, 36, "The id of the environment."),
        JobParameter.text(DEPLOYMENT, UUID_FORM, 36, "The id of the deployment."),
        JobParameter.integer(STEP, 1L, 1, 100_000, "The number of the step."));
  }

  @Override
  public void admit(CallContext call, Map<String, JsonValue> parameters) {
    if (call.actor().kind() != Actor.Kind.SYSTEM) {
      throw Invalid.at("/name", "system", "Promotions start this job; promote the release.");
    }
  }
}
