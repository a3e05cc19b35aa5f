package org.freehold.web.files;

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
import org.freehold.files.FileDetails;
import org.freehold.files.Files;
import org.freehold.projects.ProjectId;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;
import org.freehold.web.platform.PageParameters;

/** The files of one project. */
@Area("Files")
@Path("projects/{id}/files")
@ApplicationScoped
@Produces("application/json")
public class ProjectFilesResource {
  @Inject private Files files;

  @GET
  @Operation(
      summary = "Lists the files of a project",
      permission = "files:read",
      answers = FileDetails.class,
      paged = true,
      sorts = {"-created_at", "name", "size_bytes"})
  public Response list(
      @PathParam("id") ProjectId id,
      @BeanParam PageParameters page,
      @BeanParam FileParameters parameters,
      @Context UriInfo uri) {
    return Answers.page(uri, files.listIn(id, parameters.filter(id), page.request()));
  }
}
