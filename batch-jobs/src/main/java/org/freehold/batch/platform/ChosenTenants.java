package org.freehold.batch.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.freehold.jobs.JobParameter;
import org.freehold.jobs.Run;
import org.freehold.platform.Invalid;
import org.freehold.platform.TenantDirectory;
import org.freehold.platform.TenantRef;
import org.freehold.platform.Text;

/** The tenants of a run of the platform: all, or the only one that its parameter names. */
@ApplicationScoped
public class ChosenTenants {
  private static final String SLUG = "tenant_slug";
  private static final int LONGEST_SLUG = 63;

  @Inject private TenantDirectory tenants;

  public JobParameter parameter(String description) {
    return JobParameter.optionalText(SLUG, Text.SLUG, LONGEST_SLUG, description);
  }

  /** {@link Invalid} when the one that is named is not there. */
  public void admit(Map<String, JsonValue> parameters) {
    if (parameters.get(SLUG) instanceof JsonString slug
        && tenants.bySlug(slug.getString()).isEmpty()) {
      throw Invalid.at("/parameters/" + SLUG, "unknown", "There is no such tenant.");
    }
  }

  public boolean areAll(Run run) {
    return !(run.parameters().get(SLUG) instanceof JsonString);
  }

  /** In the order of their ids; none when the one that is named is gone. */
  public List<TenantRef> of(Run run) {
    return areAll(run) ? tenants.all() : tenants.bySlug(run.text(SLUG)).stream().toList();
  }
}
