package org.freehold.web.releases.approvals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.freehold.releases.DeploymentId;
import org.freehold.releases.Releases;
import org.freehold.releases.gates.DeploymentGates;
import org.freehold.releases.gates.GateDetails;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;

/** How a deployment fared at its gates. */
@Area("Releases")
@Path("releases/{id}/deployments/{deployment_id}/gates")
@ApplicationScoped
@Produces("application/json")
public class DeploymentGatesResource {
  @Inject private DeploymentGates gates;
  @Inject private Releases releases;

  @GET
  @Operation(
      summary = "How a deployment fared at its gates; of one that waits, what they would say now",
      permission = "releases:read",
      answers = GateDetails.class,
      paged = true)
  public Response deploymentGates(
      @PathParam("id") String id,
      @PathParam("deployment_id") DeploymentId deployment,
      @Context UriInfo uri) {
    return Answers.page(uri, gates.list(releases.idOf(id), deployment));
  }
}
