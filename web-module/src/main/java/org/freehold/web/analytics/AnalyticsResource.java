package org.freehold.web.analytics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.freehold.analytics.Analytics;
import org.freehold.analytics.TenantAnalytics;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;

/** The key figures of the tenant. */
@Area("Analytics")
@Path("admin/analytics")
@ApplicationScoped
@Produces("application/json")
public class AnalyticsResource {
  @Inject private TenantAnalytics analytics;

  @GET
  @Operation(
      summary =
          "Tells the key figures of the tenant now and day by day, as far as the caller may see what"
              + " they count; to operators those of the platform",
      permission = "analytics:read",
      answers = Analytics.class,
      problems = {"plan_required"})
  public Response figures(@QueryParam("from") LocalDate from, @QueryParam("to") LocalDate to) {
    return Response.ok(analytics.analytics(from, to)).build();
  }
}
