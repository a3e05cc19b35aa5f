package org.freehold.web.projects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.freehold.projects.ProjectDetails;
import org.freehold.projects.ProjectFields;
import org.freehold.projects.ProjectId;
import org.freehold.projects.Projects;
import org.freehold.projects.TaskDetails;
import org.freehold.projects.Tasks;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;
import org.freehold.web.platform.Merge;
import org.freehold.web.platform.PageParameters;

/** The projects of the tenant, as far as the caller may see them. */
@Area("Projects")
@Path("projects")
@ApplicationScoped
@Produces("application/json")
public class ProjectsResource {
  @Inject private Projects projects;
  @Inject private Tasks tasks;
  @Inject private Merge merge;

  @POST
  @Operation(
      summary = "Makes a project",
      permission = "projects:write",
      status = 201,
      answers = ProjectDetails.class)
  public Response create(ProjectFields fields, @Context UriInfo uri) {
    ProjectDetails project =
        fields.workspaceId() == null
            ? projects.create(fields)
            : projects.createIn(fields.workspaceId(), fields);
    return Answers.created(uri, project.id(), project);
  }

  @GET
  @Operation(
      summary = "Lists the projects that the caller may see",
      permission = "projects:read",
      answers = ProjectDetails.class,
      paged = true,
      sorts = {"-created_at", "name", "priority", "updated_at"})
  public Response list(
      @BeanParam PageParameters page,
      @BeanParam ProjectParameters parameters,
      @Context UriInfo uri) {
    return Answers.page(uri, projects.list(parameters.filter(), page.request()));
  }

  @GET
  @Path("{id}")
  @Operation(
      summary = "Tells a project",
      permission = "projects:read",
      answers = ProjectDetails.class)
  public Response details(@PathParam("id") ProjectId id) {
    return Answers.versioned(projects.details(id));
  }

  @PUT
  @Path("{id}")
  @Operation(
      summary = "Replaces a project; what is absent takes its default",
      permission = "projects:write",
      answers = ProjectDetails.class)
  public Response replace(
      @PathParam("id") ProjectId id,
      @HeaderParam("If-Match") String ifMatch,
      ProjectFields fields) {
    return Answers.versioned(projects.change(id, merge.replace(fields), Answers.expected(ifMatch)));
  }

  @PATCH
  @Path("{id}")
  @Consumes({"application/json", "application/merge-patch+json"})
  @Operation(
      summary = "Changes a project by a merge patch (RFC 7396)",
      permission = "projects:write",
      answers = ProjectDetails.class,
      patches = ProjectFields.class)
  public Response change(
      @PathParam("id") ProjectId id, @HeaderParam("If-Match") String ifMatch, JsonObject patch) {
    return Answers.versioned(
        projects.change(id, merge.patch(ProjectFields.class, patch), Answers.expected(ifMatch)));
  }

  @GET
  @Path("{id}/tasks")
  @Operation(
      summary = "Lists the tasks of a project",
      permission = "tasks:read",
      answers = TaskDetails.class,
      paged = true,
      sorts = {"-created_at", "title", "updated_at"})
  public Response tasks(
      @PathParam("id") ProjectId id,
      @BeanParam PageParameters page,
      @BeanParam TaskParameters parameters,
      @Context UriInfo uri) {
    return Answers.page(uri, tasks.listIn(id, parameters.filter(id), page.request()));
  }
}
