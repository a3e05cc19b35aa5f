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
import org.freehold.platform.UserId;
import org.freehold.tenancy.AddUser;
import org.freehold.tenancy.UserDetails;
import org.freehold.tenancy.UserFields;
import org.freehold.tenancy.UserFilter;
import org.freehold.tenancy.Users;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;
import org.freehold.web.platform.Merge;
import org.freehold.web.platform.PageParameters;

/** The users of the tenant. */
@Area("Users")
@Path("users")
@ApplicationScoped
@Produces("application/json")
public class UsersResource {
  @Inject private Users users;
  @Inject private Merge merge;

  @POST
  @Operation(
      summary = "Makes a person a user of the tenant",
      permission = "users:write",
      status = 201,
      answers = UserDetails.class,
      problems = {"people_only", "platform_role", "role_above_caller", "user_exists"})
  public Response add(AddUser command, @Context UriInfo uri) {
    UserDetails user = users.add(command);
    return Answers.created(uri, user.id(), user);
  }

  @GET
  @Operation(
      summary = "Lists the users",
      permission = "users:read",
      answers = UserDetails.class,
      paged = true,
      sorts = {"created_at", "email"})
  public Response list(
      @BeanParam PageParameters page,
      @QueryParam("role") String role,
      @QueryParam("department") String department,
      @QueryParam("is_active") Boolean active,
      @QueryParam("email") String email,
      @QueryParam("q") String q,
      @Context UriInfo uri) {
    return Answers.page(
        uri, users.list(new UserFilter(role, department, active, email, q), page.request()));
  }

  @GET
  @Path("{id}")
  @Operation(
      summary = "Tells a person a user of the tenant",
      permission = "users:read",
      answers = UserDetails.class)
  public Response details(@PathParam("id") UserId id) {
    return Answers.versioned(users.details(id));
  }

  @PUT
  @Path("{id}")
  @Operation(
      summary = "Replaces a person a user of the tenant; what is absent takes its default",
      permission = "users:write",
      answers = UserDetails.class,
      problems = {
        "people_only",
        "platform_role",
        "role_above_caller",
        "last_administrator",
        "would_lock_you_out"
      })
  public Response replace(
      @PathParam("id") UserId id, @HeaderParam("If-Match") String ifMatch, UserFields fields) {
    return Answers.versioned(users.change(id, merge.replace(fields), Answers.expected(ifMatch)));
  }

  @PATCH
  @Path("{id}")
  @Consumes({"application/json", "application/merge-patch+json"})
  @Operation(
      summary = "Changes a person a user of the tenant by a merge patch (RFC 7396)",
      permission = "users:write",
      answers = UserDetails.class,
      patches = UserFields.class,
      problems = {
        "people_only",
        "platform_role",
        "role_above_caller",
        "last_administrator",
        "would_lock_you_out"
      })
  public Response change(
      @PathParam("id") UserId id, @HeaderParam("If-Match") String ifMatch, JsonObject patch) {
    return Answers.versioned(
        users.change(id, merge.patch(UserFields.class, patch), Answers.expected(ifMatch)));
  }
}
