package org.freehold.web.alerts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.freehold.alerts.AlertComment;
import org.freehold.alerts.AlertDetails;
import org.freehold.alerts.AlertId;
import org.freehold.alerts.SecurityAlerts;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;
import org.freehold.web.platform.PageParameters;

/** What somebody should look at. */
@Area("Audit")
@Path("security/alerts")
@ApplicationScoped
@Produces("application/json")
public class SecurityAlertsResource {
  @Inject private SecurityAlerts alerts;

  @GET
  @Operation(
      summary = "Lists what the trail shows that somebody should look at, newest first",
      permission = "audit:read",
      answers = AlertDetails.class,
      paged = true,
      sorts = "-raised_at")
  public Response listAlerts(
      @BeanParam PageParameters page, @BeanParam AlertParameters parameters, @Context UriInfo uri) {
    return Answers.page(uri, alerts.list(parameters.filter(), page.request()));
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Tells an alert", permission = "audit:read", answers = AlertDetails.class)
  public Response alert(@PathParam("id") AlertId id) {
    return Answers.versioned(alerts.details(id));
  }

  @POST
  @Path("{id}/acknowledge")
  @Operation(
      summary = "Says that somebody looks at it; more of the same goes on being counted",
      permission = "audit:admin",
      answers = AlertDetails.class,
      problems = "alert_handled")
  public Response acknowledgeAlert(@PathParam("id") AlertId id, AlertComment comment) {
    return Answers.versioned(alerts.acknowledge(id, comment));
  }

  @POST
  @Path("{id}/resolve")
  @Operation(
      summary = "Is done with it; more of the same after the quiet period is a new alert",
      permission = "audit:admin",
      answers = AlertDetails.class,
      problems = "alert_handled")
  public Response resolveAlert(@PathParam("id") AlertId id, AlertComment comment) {
    return Answers.versioned(alerts.resolve(id, comment));
  }
}
