package org.freehold.web.releases.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.freehold.projects.ProjectId;
import org.freehold.releases.metrics.DeliveryMetrics;
import org.freehold.releases.metrics.ReleaseMetrics;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;

/** How well deliveries go. */
@Area("Releases")
@Path("releases/metrics")
@ApplicationScoped
@Produces("application/json")
public class ReleaseMetricsResource {
  @Inject private ReleaseMetrics metrics;

  @GET
  @Operation(
      summary = "Deployment frequency, lead time, change failure rate and time to restore",
      permission = "releases:read",
      answers = DeliveryMetrics.class)
  public Response deliveryMetrics(
      @QueryParam("environment") String environment,
      @QueryParam("project_id") ProjectId projectId,
      @DefaultValue("30") @QueryParam("days") int days) {
    DeliveryMetrics told =
        projectId == null
            ? metrics.metrics(environment, days)
            : metrics.metricsIn(projectId, environment, days);
    return Response.ok(told).build();
  }
}
