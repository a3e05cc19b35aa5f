package org.freehold.web.tenancy;

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
import org.freehold.platform.TeamId;
import org.freehold.platform.UserId;
import org.freehold.tenancy.TeamDetails;
import org.freehold.tenancy.TeamFields;
import org.freehold.tenancy.TeamFilter;
import org.freehold.tenancy.TeamMemberDetails;
import org.freehold.tenancy.TeamMembers;
import org.freehold.tenancy.Teams;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;
import org.freehold.web.platform.Merge;
import org.freehold.web.platform.PageParameters;

/** The teams of the tenant. */
@Area("Teams")
@Path("teams")
@ApplicationScoped
@Produces("application/json")
public class TeamsResource {
  @Inject private Teams teams;
  @Inject private TeamMembers members;
  @Inject private Merge merge;

  @POST
  @Operation(
      summary = "Makes a team",
      permission = "teams:write",
      status = 201,
      answers = TeamDetails.class,
      problems = {"name_taken"})
  public Response create(TeamFields fields, @Context UriInfo uri) {
    TeamDetails team = teams.create(fields);
    return Answers.created(uri, team.id(), team);
  }

  @GET
  @Operation(
      summary = "Lists the teams",
      permission = "teams:read",
      answers = TeamDetails.class,
      paged = true,
      sorts = {"name", "created_at"})
  public Response list(
      @BeanParam PageParameters page,
      @QueryParam("name") String name,
      @QueryParam("department") String department,
      @QueryParam("manager_id") UserId managerId,
      @Context UriInfo uri) {
    return Answers.page(
        uri, teams.list(new TeamFilter(name, department, managerId), page.request()));
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Tells a team", permission = "teams:read", answers = TeamDetails.class)
  public Response details(@PathParam("id") TeamId id) {
    return Answers.versioned(teams.details(id));
  }

  @PUT
  @Path("{id}")
  @Operation(
      summary = "Replaces a team; what is absent takes its default",
      permission = "teams:write",
      answers = TeamDetails.class,
      problems = {"name_taken", "role_above_caller", "last_administrator", "would_lock_you_out"})
  public Response replace(
      @PathParam("id") TeamId id, @HeaderParam("If-Match") String ifMatch, TeamFields fields) {
    return Answers.versioned(teams.change(id, merge.replace(fields), Answers.expected(ifMatch)));
  }

  @PATCH
  @Path("{id}")
  @Consumes({"application/json", "application/merge-patch+json"})
  @Operation(
      summary = "Changes a team by a merge patch (RFC 7396)",
      permission = "teams:write",
      answers = TeamDetails.class,
      patches = TeamFields.class,
      problems = {"name_taken", "role_above_caller", "last_administrator", "would_lock_you_out"})
  public Response change(
      @PathParam("id") TeamId id, @HeaderParam("If-Match") String ifMatch, JsonObject patch) {
    return Answers.versioned(
        teams.change(id, merge.patch(TeamFields.class, patch), Answers.expected(ifMatch)));
  }

  @GET
  @Path("{id}/members")
  @Operation(
      summary = "Lists the members of a team",
      permission = "teams:read",
      answers = TeamMemberDetails.class,
      paged = true,
      sorts = "created_at")
  public Response members(
      @PathParam("id") TeamId id, @BeanParam PageParameters page, @Context UriInfo uri) {
    return Answers.page(uri, members.list(id, page.request()));
  }
}
