package org.freehold.web.access;

import jakarta.ws.rs.QueryParam;
import org.freehold.access.policies.PolicyFilter;
import org.freehold.engine.access.Policy;
import org.freehold.web.openapi.OneOf;
import org.freehold.web.platform.EnumParameter;

/** What the list of policies can be filtered by. */
public class PolicyParameters {
  @QueryParam("effect")
  @OneOf(Policy.Effect.class)
  private String effect;

  @QueryParam("report_only")
  private Boolean reportOnly;

  @QueryParam("enabled")
  private Boolean enabled;

  @QueryParam("permission")
  private String permission;

  PolicyFilter filter() {
    return new PolicyFilter(
        EnumParameter.check(Policy.Effect.class, "effect", effect),
        reportOnly,
        enabled,
        permission);
  }
}
