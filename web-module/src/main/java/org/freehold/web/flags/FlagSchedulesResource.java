package org.freehold.web.flags;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.freehold.flags.FlagScheduleDetails;
import org.freehold.flags.FlagScheduleFields;
import org.freehold.flags.FlagScheduleId;
import org.freehold.flags.FlagSchedules;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;
import org.freehold.web.platform.PageParameters;

/** The changes of a flag that are to come. */
@Area("Feature flags")
@Path("flags/{key}/schedule")
@ApplicationScoped
@Produces("application/json")
public class FlagSchedulesResource {
  @Inject private FlagSchedules schedules;

  @POST
  @Operation(
      summary = "Plans a change of a flag, as a merge patch (RFC 7396)",
      permission = "flags:write",
      status = 201,
      answers = FlagScheduleDetails.class,
      problems = {"too_many_planned_changes"})
  public Response create(
      @PathParam("key") String key, FlagScheduleFields fields, @Context UriInfo uri) {
    FlagScheduleDetails schedule = schedules.schedule(key, fields);
    return Answers.unversioned(uri, schedule.id(), schedule);
  }

  @GET
  @Operation(
      summary = "Lists the planned changes of a flag, those that were made and failed too",
      permission = "flags:read",
      answers = FlagScheduleDetails.class,
      paged = true,
      sorts = {"at"})
  public Response list(
      @PathParam("key") String key, @BeanParam PageParameters page, @Context UriInfo uri) {
    return Answers.page(uri, schedules.list(key, page.request()));
  }

  @DELETE
  @Path("{id}")
  @Operation(
      summary = "Takes back a planned change",
      permission = "flags:write",
      status = 204,
      problems = {"change_not_planned"})
  public Response cancel(@PathParam("key") String key, @PathParam("id") FlagScheduleId id) {
    schedules.cancel(key, id);
    return Response.noContent().build();
  }
}
