package org.freehold.web.access;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.freehold.access.RoleDetails;
import org.freehold.access.RoleFields;
import org.freehold.access.RoleFilter;
import org.freehold.access.RoleMatrix;
import org.freehold.access.Roles;
import org.freehold.platform.WorkspaceId;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;
import org.freehold.web.platform.Merge;
import org.freehold.web.platform.PageParameters;

/** The roles of the tenant, which are named in their place, built-in or its own. */
@Path("roles")
@Area("Access")
@ApplicationScoped
@Produces("application/json")
public class RolesResource {
  @Inject private Roles roles;
  @Inject private Merge merge;

  @POST
  @Operation(
      summary = "Makes a role of the tenant's own",
      permission = "roles:write",
      status = 201,
      answers = RoleDetails.class,
      problems = {"name_taken", "role_above_caller", "too_many_roles"})
  public Response create(RoleFields fields, @Context UriInfo uri) {
    RoleDetails role = roles.create(fields);
    return Answers.created(uri, role.name(), role);
  }

  @GET
  @Operation(
      summary = "Lists the roles, with what each comes to",
      permission = "roles:read",
      answers = RoleDetails.class,
      paged = true,
      sorts = "name")
  public Response list(
      @BeanParam PageParameters page,
      @QueryParam("built_in") Boolean builtIn,
      @QueryParam("workspace_id") WorkspaceId workspaceId,
      @Context UriInfo uri) {
    return Answers.page(uri, roles.list(new RoleFilter(builtIn, workspaceId), page.request()));
  }

  @GET
  @Path("matrix")
  @Operation(
      summary = "Tells of every role which permissions it grants, inherits and denies",
      permission = "roles:read",
      answers = RoleMatrix.class)
  public Response matrix() {
    return Response.ok(roles.matrix()).build();
  }

  @GET
  @Path("{name}")
  @Operation(summary = "Tells a role", permission = "roles:read", answers = RoleDetails.class)
  public Response details(@PathParam("name") String name) {
    return Answers.versioned(roles.details(name));
  }

  @PUT
  @Path("{name}")
  @Operation(
      summary = "Replaces a role of the tenant's own; what is absent takes its default",
      permission = "roles:write",
      answers = RoleDetails.class,
      problems = {"role_built_in", "role_above_caller", "last_administrator", "would_lock_you_out"})
  public Response replace(
      @PathParam("name") String name, @HeaderParam("If-Match") String ifMatch, RoleFields fields) {
    return Answers.versioned(roles.change(name, merge.replace(fields), Answers.expected(ifMatch)));
  }

  @PATCH
  @Path("{name}")
  @Consumes({"application/json", "application/merge-patch+json"})
  @Operation(
      summary = "Changes a role of the tenant's own by a merge patch (RFC 7396)",
      permission = "roles:write",
      answers = RoleDetails.class,
      patches = RoleFields.class,
      problems = {"role_built_in", "role_above_caller", "last_administrator", "would_lock_you_out"})
  public Response change(
      @PathParam("name") String name, @HeaderParam("If-Match") String ifMatch, JsonObject patch) {
    return Answers.versioned(
        roles.change(name, merge.patch(RoleFields.class, patch), Answers.expected(ifMatch)));
  }

  @DELETE
  @Path("{name}")
  @Operation(
      summary = "Deletes a role of the tenant's own that nobody uses",
      permission = "roles:write",
      status = 204,
      problems = {"role_built_in", "role_above_caller", "role_in_use"})
  public Response delete(@PathParam("name") String name, @HeaderParam("If-Match") String ifMatch) {
    roles.delete(name, Answers.expected(ifMatch));
    return Response.noContent().build();
  }
}
