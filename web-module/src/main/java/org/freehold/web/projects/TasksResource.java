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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.freehold.projects.ProjectId;
import org.freehold.projects.TaskDetails;
import org.freehold.projects.TaskFields;
import org.freehold.projects.TaskId;
import org.freehold.projects.Tasks;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;
import org.freehold.web.platform.Merge;
import org.freehold.web.platform.PageParameters;

/** The tasks in the projects that the caller may see. */
@Area("Tasks")
@Path("tasks")
@ApplicationScoped
@Produces("application/json")
public class TasksResource {
  @Inject private Tasks tasks;
  @Inject private Merge merge;

  @POST
  @Operation(
      summary = "Makes a task",
      permission = "tasks:write",
      status = 201,
      answers = TaskDetails.class)
  public Response create(TaskFields fields, @Context UriInfo uri) {
    TaskDetails task = tasks.create(fields.projectId(), fields);
    return Answers.created(uri, task.id(), task);
  }

  @GET
  @Operation(
      summary = "Lists the tasks in the projects that the caller may see",
      permission = "tasks:read",
      answers = TaskDetails.class,
      paged = true,
      sorts = {"-created_at", "title", "updated_at"})
  public Response list(
      @BeanParam PageParameters page,
      @BeanParam TaskParameters parameters,
      @QueryParam("project_id") ProjectId projectId,
      @Context UriInfo uri) {
    return Answers.page(uri, tasks.list(parameters.filter(projectId), page.request()));
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Tells a task", permission = "tasks:read", answers = TaskDetails.class)
  public Response details(@PathParam("id") TaskId id) {
    return Answers.versioned(tasks.details(id));
  }

  @PUT
  @Path("{id}")
  @Operation(
      summary = "Replaces a task; what is absent takes its default",
      permission = "tasks:write",
      answers = TaskDetails.class)
  public Response replace(
      @PathParam("id") TaskId id, @HeaderParam("If-Match") String ifMatch, TaskFields fields) {
    return Answers.versioned(tasks.change(id, merge.replace(fields), Answers.expected(ifMatch)));
  }

  @PATCH
  @Path("{id}")
  @Consumes({"application/json", "application/merge-patch+json"})
  @Operation(
      summary = "Changes a task by a merge patch (RFC 7396)",
      permission = "tasks:write",
      answers = TaskDetails.class,
      patches = TaskFields.class)
  public Response change(
      @PathParam("id") TaskId id, @HeaderParam("If-Match") String ifMatch, JsonObject patch) {
    return Answers.versioned(
        tasks.change(id, merge.patch(TaskFields.class, patch), Answers.expected(ifMatch)));
  }
}
