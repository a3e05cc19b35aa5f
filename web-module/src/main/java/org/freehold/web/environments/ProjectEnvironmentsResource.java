package org.freehold.web.environments;

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
import org.freehold.environments.EnvironmentDetails;
import org.freehold.environments.Environments;
import org.freehold.projects.ProjectId;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;
import org.freehold.web.platform.PageParameters;

/** The environments of one project. */
@Area("Releases")
@Path("projects/{id}/environments")
@ApplicationScoped
@Produces("application/json")
public class ProjectEnvironmentsResource {
  @Inject private Environments environments;

  @GET
  @Operation(
      summary = "Lists the project's own environments; without any, its releases use the tenant's",
      permission = "environments:read",
      answers = EnvironmentDetails.class,
      paged = true,
      sorts = {"position", "name"})
  public Response listEnvironmentsOfProject(
      @PathParam("id") ProjectId id, @BeanParam PageParameters page, @Context UriInfo uri) {
    return Answers.page(uri, environments.listIn(id, page.request()));
  }
}
