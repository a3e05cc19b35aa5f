package org.freehold.web.limits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.freehold.limits.TenantUsage;
import org.freehold.limits.Usage;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;

/** What the tenant uses of its plan. */
@Area("Analytics")
@Path("usage")
@ApplicationScoped
@Produces("application/json")
public class UsageResource {
  @Inject private TenantUsage usage;

  @GET
  @Operation(
      summary = "Tells what the tenant uses of what its plan gives",
      permission = "usage:read",
      answers = Usage.class)
  public Response usage() {
    return Response.ok(usage.usage()).build();
  }
}
