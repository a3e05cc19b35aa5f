package org.freehold.web.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.freehold.tenancy.TeamMemberDetails;
import org.freehold.tenancy.TeamMemberFields;
import org.freehold.tenancy.TeamMemberId;
import org.freehold.tenancy.TeamMembers;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;

/** Who is in which team. Memberships are made and ended, never changed: they carry no ETag. */
@Area("Teams")
@Path("team-members")
@ApplicationScoped
@Produces("application/json")
public class TeamMembersResource {
  @Inject private TeamMembers members;

  @POST
  @Operation(
      summary = "Makes a user a member of a team",
      permission = "teams:write",
      status = 201,
      answers = TeamMemberDetails.class,
      problems = {"member_exists", "role_above_caller", "last_administrator", "would_lock_you_out"})
  public Response add(TeamMemberFields fields) {
    TeamMemberDetails member = members.add(fields);
    return Response.status(201)
        .header("Location", "/api/team-members/" + member.id().value())
        .entity(member)
        .build();
  }

  @GET
  @Path("{id}")
  @Operation(
      summary = "Tells a membership of a team",
      permission = "teams:read",
      answers = TeamMemberDetails.class)
  public Response details(@PathParam("id") TeamMemberId id) {
    return Response.ok(members.details(id)).build();
  }

  @DELETE
  @Path("{id}")
  @Operation(
      summary = "Ends a membership of a team",
      permission = "teams:write",
      status = 204,
      problems = {"team_manager", "role_above_caller", "last_administrator", "would_lock_you_out"})
  public Response remove(@PathParam("id") TeamMemberId id) {
    members.remove(id);
    return Response.noContent().build();
  }
}
