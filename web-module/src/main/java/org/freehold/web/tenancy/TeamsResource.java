package org.freehold.web.tenancy;

import jakarta.enterprise.context.RequestScoped;
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
import org.freehold.tenancy.TeamMembers;
import org.freehold.tenancy.Teams;
import org.freehold.web.platform.Answers;
import org.freehold.web.platform.Merge;
import org.freehold.web.platform.PageParameters;

/** The teams of the tenant. */
@Path("teams")
@RequestScoped
@Produces("application/json")
public class TeamsResource {
  @Inject private Teams teams;
  @Inject private TeamMembers members;
  @Inject private Merge merge;

  @POST
  public Response create(TeamFields fields, @Context UriInfo uri) {
    TeamDetails team = teams.create(fields);
    return Answers.created(uri, team.id(), team);
  }

  @GET
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
  public Response details(@PathParam("id") TeamId id) {
    return Answers.versioned(teams.details(id));
  }

  @PUT
  @Path("{id}")
  public Response replace(
      @PathParam("id") TeamId id, @HeaderParam("If-Match") String ifMatch, TeamFields fields) {
    return Answers.versioned(teams.change(id, merge.replace(fields), Answers.expected(ifMatch)));
  }

  @PATCH
  @Path("{id}")
  @Consumes({"application/json", "application/merge-patch+json"})
  public Response change(
      @PathParam("id") TeamId id, @HeaderParam("If-Match") String ifMatch, JsonObject patch) {
    return Answers.versioned(
        teams.change(id, merge.patch(TeamFields.class, patch), Answers.expected(ifMatch)));
  }

  @GET
  @Path("{id}/members")
  public Response members(
      @PathParam("id") TeamId id, @BeanParam PageParameters page, @Context UriInfo uri) {
    return Answers.page(uri, members.list(id, page.request()));
  }
}
