package org.freehold.web.access;

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
import org.freehold.access.RoleAssignmentDetails;
import org.freehold.access.RoleAssignmentFields;
import org.freehold.access.RoleAssignmentId;
import org.freehold.access.RoleAssignments;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;
import org.freehold.web.platform.PageParameters;

/** Roles that users, teams and API keys hold beside their own, everywhere or in one workspace. */
@Path("role-assignments")
@Area("Access")
@ApplicationScoped
@Produces("application/json")
public class RoleAssignmentsResource {
  @Inject private RoleAssignments assignments;

  @POST
  @Operation(
      summary = "Gives a role to a user, a team or an API key, perhaps for a time",
      permission = "roles:write",
      status = 201,
      answers = RoleAssignmentDetails.class,
      problems = {
        "role_above_caller",
        "platform_role",
        "people_only",
        "already_assigned",
        "too_many_assignments",
        "last_administrator",
        "would_lock_you_out"
      })
  public Response create(RoleAssignmentFields fields, @Context UriInfo uri) {
    RoleAssignmentDetails assignment = assignments.create(fields);
    return Answers.unversioned(uri, assignment.id(), assignment);
  }

  @GET
  @Operation(
      summary = "Lists the role assignments, those whose time is over among them",
      permission = "roles:read",
      answers = RoleAssignmentDetails.class,
      paged = true,
      sorts = "-created_at")
  public Response list(
      @BeanParam PageParameters page,
      @BeanParam RoleAssignmentParameters filter,
      @Context UriInfo uri) {
    return Answers.page(uri, assignments.list(filter.filter(), page.request()));
  }

  @GET
  @Path("{id}")
  @Operation(
      summary = "Tells a role assignment",
      permission = "roles:read",
      answers = RoleAssignmentDetails.class)
  public Response details(@PathParam("id") RoleAssignmentId id) {
    return Response.ok(assignments.details(id)).build();
  }

  @DELETE
  @Path("{id}")
  @Operation(
      summary = "Takes a role that was given",
      permission = "roles:write",
      status = 204,
      problems = {"role_above_caller", "people_only", "last_administrator", "would_lock_you_out"})
  public Response delete(@PathParam("id") RoleAssignmentId id) {
    assignments.delete(id);
    return Response.noContent().build();
  }
}
