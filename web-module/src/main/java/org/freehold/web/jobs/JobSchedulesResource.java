package org.freehold.web.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.freehold.jobs.JobScheduleId;
import org.freehold.jobs.JobSchedules;
import org.freehold.jobs.ScheduleDetails;
import org.freehold.jobs.ScheduleFields;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;
import org.freehold.web.platform.Merge;
import org.freehold.web.platform.PageParameters;

/** When jobs are started by themselves. */
@Area("Jobs")
@Path("jobs/schedules")
@ApplicationScoped
@Produces("application/json")
public class JobSchedulesResource {
  @Inject private JobSchedules schedules;
  @Inject private Merge merge;

  @POST
  @Operation(
      summary = "Makes a schedule for a job",
      permission = "jobs:write",
      status = 201,
      answers = ScheduleDetails.class,
      problems = {"too_many_schedules"})
  public Response create(ScheduleFields fields, @Context UriInfo uri) {
    ScheduleDetails schedule = schedules.create(fields);
    return Answers.created(uri, schedule.id(), schedule);
  }

  @GET
  @Operation(
      summary = "Lists the schedules",
      permission = "jobs:read",
      answers = ScheduleDetails.class,
      paged = true,
      sorts = {"created_at"})
  public Response list(@BeanParam PageParameters page, @Context UriInfo uri) {
    return Answers.page(uri, schedules.list(page.request()));
  }

  @GET
  @Path("{id}")
  @Operation(
      summary = "Tells a schedule",
      permission = "jobs:read",
      answers = ScheduleDetails.class)
  public Response details(@PathParam("id") JobScheduleId id) {
    return Answers.versioned(schedules.details(id));
  }

  @PATCH
  @Path("{id}")
  @Consumes({"application/json", "application/merge-patch+json"})
  @Operation(
      summary = "Changes a schedule by a merge patch (RFC 7396), or switches it off and on",
      permission = "jobs:write",
      answers = ScheduleDetails.class,
      patches = ScheduleFields.class)
  public Response change(
      @PathParam("id") JobScheduleId id,
      @HeaderParam("If-Match") String ifMatch,
      JsonObject patch) {
    return Answers.versioned(
        schedules.change(id, merge.patch(ScheduleFields.class, patch), Answers.expected(ifMatch)));
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "Deletes a schedule; its runs stay", permission = "jobs:write", status = 204)
  public Response delete(@PathParam("id") JobScheduleId id) {
    schedules.delete(id);
    return Response.noContent().build();
  }
}
