package org.freehold.web.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.freehold.plans.EntitlementDetails;
import org.freehold.plans.Plans;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;

/** What comes with plans and is not counted. */
@Area("Plans")
@Path("entitlements")
@ApplicationScoped
@Produces("application/json")
public class EntitlementsResource {
  @Inject private Plans plans;

  @GET
  @Operation(
      summary = "Lists what plans can give, each with what the tenant has of it",
      caller = Operation.Caller.SIGNED_IN,
      answers = EntitlementDetails.class,
      paged = true,
      problems = {"tenant_required"})
  public Response list(@Context UriInfo uri) {
    return Answers.page(uri, plans.entitlements());
  }
}
