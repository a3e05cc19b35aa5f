package org.freehold.web.environments;

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
import org.freehold.environments.DriftChecks;
import org.freehold.environments.EnvironmentChanges;
import org.freehold.environments.EnvironmentDetails;
import org.freehold.environments.EnvironmentDrift;
import org.freehold.environments.EnvironmentFields;
import org.freehold.environments.EnvironmentId;
import org.freehold.environments.Environments;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;
import org.freehold.web.platform.Merge;
import org.freehold.web.platform.PageParameters;

/** The environments that releases go through. */
@Area("Releases")
@Path("environments")
@ApplicationScoped
@Produces("application/json")
public class EnvironmentsResource {
  @Inject private Environments environments;
  @Inject private EnvironmentChanges changes;
  @Inject private DriftChecks checks;
  @Inject private Merge merge;

  @POST
  @Operation(
      summary = "Makes an environment",
      permission = "environments:admin",
      status = 201,
      answers = EnvironmentDetails.class,
      problems = {"name_taken", "position_taken", "quota_exceeded"})
  public Response createEnvironment(EnvironmentFields fields, @Context UriInfo uri) {
    EnvironmentDetails environment = changes.create(fields);
    return Answers.created(uri, environment.id(), environment);
  }

  @GET
  @Operation(
      summary = "Lists the environments of the tenant and of the projects that the caller may see",
      permission = "environments:read",
      answers = EnvironmentDetails.class,
      paged = true,
      sorts = {"position", "name"})
  public Response listEnvironments(@BeanParam PageParameters page, @Context UriInfo uri) {
    return Answers.page(uri, environments.list(page.request()));
  }

  @GET
  @Path("{id}")
  @Operation(
      summary = "Tells an environment",
      permission = "environments:read",
      answers = EnvironmentDetails.class)
  public Response environment(@PathParam("id") EnvironmentId id) {
    return Answers.versioned(environments.details(id));
  }

  @PATCH
  @Path("{id}")
  @Consumes({"application/json", "application/merge-patch+json"})
  @Operation(
      summary = "Changes an environment by a merge patch (RFC 7396)",
      permission = "environments:admin",
      answers = EnvironmentDetails.class,
      patches = EnvironmentFields.class,
      problems = {"name_taken", "position_taken", "environment_in_use"})
  public Response changeEnvironment(
      @PathParam("id") EnvironmentId id,
      @HeaderParam("If-Match") String ifMatch,
      JsonObject patch) {
    return Answers.versioned(
        changes.change(id, merge.patch(EnvironmentFields.class, patch), Answers.expected(ifMatch)));
  }

  @DELETE
  @Path("{id}")
  @Operation(
      summary = "Deletes an environment that nothing was deployed to, with its schema",
      permission = "environments:admin",
      status = 204,
      problems = {"environment_built_in", "environment_in_use"})
  public Response deleteEnvironment(@PathParam("id") EnvironmentId id) {
    environments.delete(id);
    return Response.noContent().build();
  }

  @GET
  @Path("{id}/drift")
  @Operation(
      summary = "Whether the environment was as releases left it when somebody last looked",
      permission = "environments:read",
      answers = EnvironmentDrift.class)
  public Response drift(@PathParam("id") EnvironmentId id) {
    return Response.ok(environments.drift(id)).build();
  }

  @POST
  @Path("{id}/drift")
  @Operation(
      summary = "Looks now whether the environment is as releases left it",
      permission = "environments:write",
      answers = EnvironmentDrift.class,
      problems = {"environments_not_configured", "environment_unavailable"})
  public Response checkDrift(@PathParam("id") EnvironmentId id) {
    return Response.ok(checks.check(id)).build();
  }
}
