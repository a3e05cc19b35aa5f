package org.freehold.web.releases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.freehold.releases.DeploymentDetails;
import org.freehold.releases.DeploymentId;
import org.freehold.releases.Deployments;
import org.freehold.releases.ReleaseId;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;
import org.freehold.web.platform.PageParameters;

/** The deployments of one release. */
@Area("Releases")
@Path("releases/{id}/deployments")
@ApplicationScoped
@Produces("application/json")
public class ReleaseDeploymentsResource {
  @Inject private Deployments deployments;

  @GET
  @Operation(
      summary = "Lists the deployments of a release, to an environment or to all",
      permission = "releases:read",
      answers = DeploymentDetails.class,
      paged = true,
      sorts = {"-planned_at"})
  public Response listDeployments(
      @PathParam("id") ReleaseId id,
      @BeanParam PageParameters page,
      @QueryParam("environment") String environment,
      @Context UriInfo uri) {
    return Answers.page(uri, deployments.of(id, environment, page.request()));
  }

  @GET
  @Path("{deployment_id}")
  @Operation(
      summary = "Tells of a deployment",
      permission = "releases:read",
      answers = DeploymentDetails.class)
  public Response deployment(
      @PathParam("id") ReleaseId id, @PathParam("deployment_id") DeploymentId deployment) {
    return Response.ok(deployments.details(id, deployment)).build();
  }
}
