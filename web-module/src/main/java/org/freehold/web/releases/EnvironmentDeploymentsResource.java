package org.freehold.web.releases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.freehold.environments.EnvironmentId;
import org.freehold.environments.Environments;
import org.freehold.releases.DeploymentDetails;
import org.freehold.releases.Deployments;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;
import org.freehold.web.platform.PageParameters;

/** The history of one environment. */
@Area("Environments")
@Path("environments/{id}/deployments")
@ApplicationScoped
@Produces("application/json")
public class EnvironmentDeploymentsResource {
  @Inject private Environments environments;
  @Inject private Deployments deployments;

  @GET
  @Operation(
      summary = "Lists the deployments to an environment that the caller may see",
      permission = "releases:read",
      answers = DeploymentDetails.class,
      paged = true,
      sorts = {"-planned_at"})
  public Response deploymentsOfEnvironment(
      @PathParam("id") EnvironmentId id, @BeanParam PageParameters page, @Context UriInfo uri) {
    environments.details(id);
    return Answers.page(uri, deployments.in(id, page.request()));
  }
}
