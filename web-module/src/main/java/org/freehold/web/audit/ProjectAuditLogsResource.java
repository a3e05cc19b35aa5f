package org.freehold.web.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.freehold.audit.AuditEventDetails;
import org.freehold.audit.AuditLog;
import org.freehold.projects.ProjectId;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;
import org.freehold.web.platform.PageParameters;

/** The trail of one project. */
@Area("Audit")
@Path("projects/{id}/audit-logs")
@ApplicationScoped
@Produces("application/json")
public class ProjectAuditLogsResource {
  @Inject private AuditLog log;

  @GET
  @Operation(
      summary = "Lists the trail of a project",
      permission = "audit:read",
      answers = AuditEventDetails.class,
      paged = true,
      sorts = "-timestamp")
  public Response list(
      @PathParam("id") ProjectId id,
      @BeanParam PageParameters page,
      @BeanParam AuditParameters parameters,
      @Context UriInfo uri) {
    return Answers.page(uri, log.ofProject(id, parameters.filter(), page.request()));
  }
}
