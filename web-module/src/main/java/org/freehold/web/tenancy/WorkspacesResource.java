package org.freehold.web.tenancy;

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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.freehold.platform.UserId;
import org.freehold.platform.WorkspaceId;
import org.freehold.tenancy.WorkspaceDetails;
import org.freehold.tenancy.WorkspaceFields;
import org.freehold.tenancy.WorkspaceMemberDetails;
import org.freehold.tenancy.WorkspaceMemberFields;
import org.freehold.tenancy.WorkspaceMembers;
import org.freehold.tenancy.Workspaces;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;
import org.freehold.web.platform.Merge;
import org.freehold.web.platform.PageParameters;

/** The workspaces of the tenant and their members, who are named by user. */
@Area("Workspaces")
@Path("workspaces")
@ApplicationScoped
@Produces("application/json")
public class WorkspacesResource {
  @Inject private Workspaces workspaces;
  @Inject private WorkspaceMembers members;
  @Inject private Merge merge;

  @POST
  @Operation(
      summary = "Makes a workspace",
      permission = "workspaces:write",
      status = 201,
      answers = WorkspaceDetails.class,
      problems = {"slug_taken"})
  public Response create(WorkspaceFields fields, @Context UriInfo uri) {
    WorkspaceDetails workspace = workspaces.create(fields);
    return Answers.created(uri, workspace.id(), workspace);
  }

  @GET
  @Operation(
      summary = "Lists the workspaces",
      permission = "workspaces:read",
      answers = WorkspaceDetails.class,
      paged = true,
      sorts = {"slug", "created_at"})
  public Response list(@BeanParam PageParameters page, @Context UriInfo uri) {
    return Answers.page(uri, workspaces.list(page.request()));
  }

  @GET
  @Path("{id}")
  @Operation(
      summary = "Tells a workspace",
      permission = "workspaces:read",
      answers = WorkspaceDetails.class)
  public Response details(@PathParam("id") WorkspaceId id) {
    return Answers.versioned(workspaces.details(id));
  }

  @PUT
  @Path("{id}")
  @Operation(
      summary = "Replaces a workspace; what is absent takes its default",
      permission = "workspaces:write",
      answers = WorkspaceDetails.class)
  public Response replace(
      @PathParam("id") WorkspaceId id,
      @HeaderParam("If-Match") String ifMatch,
      WorkspaceFields fields) {
    return Answers.versioned(
        workspaces.change(id, merge.replace(fields), Answers.expected(ifMatch)));
  }

  @PATCH
  @Path("{id}")
  @Consumes({"application/json", "application/merge-patch+json"})
  @Operation(
      summary = "Changes a workspace by a merge patch (RFC 7396)",
      permission = "workspaces:write",
      answers = WorkspaceDetails.class,
      patches = WorkspaceFields.class)
  public Response change(
      @PathParam("id") WorkspaceId id, @HeaderParam("If-Match") String ifMatch, JsonObject patch) {
    return Answers.versioned(
        workspaces.change(
            id, merge.patch(WorkspaceFields.class, patch), Answers.expected(ifMatch)));
  }

  @GET
  @Path("{id}/members")
  @Operation(
      summary = "Lists the members of a workspace",
      permission = "workspaces:read",
      answers = WorkspaceMemberDetails.class,
      paged = true,
      sorts = "created_at")
  public Response members(
      @PathParam("id") WorkspaceId id, @BeanParam PageParameters page, @Context UriInfo uri) {
    return Answers.page(uri, members.list(id, page.request()));
  }

  @POST
  @Path("{id}/members")
  @Operation(
      summary = "Makes a user a member of a workspace",
      permission = "workspaces:write",
      status = 201,
      answers = WorkspaceMemberDetails.class,
      problems = {"platform_role", "role_above_caller", "member_exists"})
  public Response addMember(@PathParam("id") WorkspaceId id, WorkspaceMemberFields fields) {
    WorkspaceMemberDetails member = members.add(id, fields);
    String place = "/api/workspaces/" + id.value() + "/members/" + member.userId().value();
    return Response.status(201).header("Location", place).entity(member).build();
  }

  @GET
  @Path("{id}/members/{user_id}")
  @Operation(
      summary = "Tells a membership of a workspace",
      permission = "workspaces:read",
      answers = WorkspaceMemberDetails.class)
  public Response member(@PathParam("id") WorkspaceId id, @PathParam("user_id") UserId userId) {
    return Response.ok(members.details(id, userId)).build();
  }

  @DELETE
  @Path("{id}/members/{user_id}")
  @Operation(
      summary = "Ends a membership of a workspace",
      permission = "workspaces:write",
      status = 204,
      problems = "role_above_caller")
  public Response removeMember(
      @PathParam("id") WorkspaceId id, @PathParam("user_id") UserId userId) {
    members.remove(id, userId);
    return Response.noContent().build();
  }
}
