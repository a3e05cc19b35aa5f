package org.freehold.web.analytics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.freehold.analytics.Overview;
import org.freehold.analytics.TenantOverview;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;

/** The figures of the tenant at a glance. */
@Area("Analytics")
@Path("overview")
@ApplicationScoped
@Produces("application/json")
public class OverviewResource {
  @Inject private TenantOverview overview;

  @GET
  @Operation(
      summary = "Tells the figures of the tenant, as far as the caller may see what they count",
      permission = "projects:read",
      answers = Overview.class)
  public Response figures() {
    return Response.ok(overview.overview()).build();
  }
}
