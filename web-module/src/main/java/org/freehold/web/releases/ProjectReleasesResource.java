package org.freehold.web.releases;

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
import org.freehold.projects.ProjectId;
import org.freehold.releases.ReleaseDetails;
import org.freehold.releases.Releases;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;
import org.freehold.web.platform.PageParameters;

/** The releases of one project. */
@Area("Releases")
@Path("projects/{id}/releases")
@ApplicationScoped
@Produces("application/json")
public class ProjectReleasesResource {
  @Inject private Releases releases;

  @GET
  @Operation(
      summary = "Lists the releases of a project",
      permission = "releases:read",
      answers = ReleaseDetails.class,
      paged = true,
      sorts = {"-created_at"})
  public Response releasesOfProject(
      @PathParam("id") ProjectId id,
      @BeanParam PageParameters page,
      @BeanParam ReleaseParameters parameters,
      @Context UriInfo uri) {
    return Answers.page(uri, releases.listIn(id, parameters.filter(id), page.request()));
  }
}
