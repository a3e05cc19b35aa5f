package org.freehold.web.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import org.freehold.files.FileDetails;
import org.freehold.files.FileId;
import org.freehold.files.Files;
import org.freehold.projects.ProjectId;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;
import org.freehold.web.platform.PageParameters;

/** The files of the tenant and of the projects that the caller may see. */
@Area("Files")
@Path("files")
@ApplicationScoped
@Produces("application/json")
public class FilesResource {
  @Inject private Files files;
  @Inject private Reception reception;
  @Inject private Downloads downloads;

  @POST
  @Consumes("multipart/form-data")
  @Operation(
      summary = "Uploads a file",
      permission = "files:write",
      status = 201,
      form = UploadForm.class,
      answers = FileDetails.class,
      problems = {
        "file_too_large",
        "file_type_not_allowed",
        "too_many_uploads",
        "file_storage_unavailable"
      })
  public Response upload(InputStream body, @Context HttpHeaders headers, @Context UriInfo uri) {
    FileDetails file = reception.receive(new UploadBody(headers, body));
    return Answers.unversioned(uri, file.id(), file);
  }

  @GET
  @Operation(
      summary = "Lists the files that the caller may see",
      permission = "files:read",
      answers = FileDetails.class,
      paged = true,
      sorts = {"-created_at", "name", "size_bytes"})
  public Response list(
      @BeanParam PageParameters page,
      @BeanParam FileParameters parameters,
      @QueryParam("project_id") ProjectId projectId,
      @Context UriInfo uri) {
    return Answers.page(uri, files.list(parameters.filter(projectId), page.request()));
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Tells of a file", permission = "files:read", answers = FileDetails.class)
  public Response details(@PathParam("id") FileId id) {
    return Response.ok(files.details(id)).build();
  }

  @DELETE
  @Path("{id}")
  @Operation(
      summary = "Deletes a file and its content",
      permission = "files:write",
      status = 204,
      problems = {"under_legal_hold"})
  public Response delete(@PathParam("id") FileId id) {
    files.delete(id);
    return Response.noContent().build();
  }

  @GET
  @Path("{id}/content")
  @Produces("*/*")
  @Operation(
      summary = "Gives the content of a file, or the range of it that is asked for",
      permission = "files:read",
      alsoAnswers = {206, 304},
      problems = {
        "range_not_satisfiable",
        "stale",
        "file_content_missing",
        "file_storage_unavailable"
      })
  public Response content(@PathParam("id") FileId id, @Context HttpHeaders headers) {
    return downloads.get(files.readable(id), headers);
  }

  @HEAD
  @Path("{id}/content")
  @Produces("*/*")
  @Operation(
      summary = "Tells length, type and ETag of the content of a file",
      permission = "files:read",
      alsoAnswers = 304,
      problems = "stale")
  public Response contentHead(@PathParam("id") FileId id, @Context HttpHeaders headers) {
    return downloads.head(files.readable(id), headers);
  }
}
