package org.freehold.web.analytics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.freehold.analytics.Integrations;
import org.freehold.analytics.TenantIntegrations;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;

/** What connects the tenant with other systems. */
@Area("Analytics")
@Path("admin/integrations")
@ApplicationScoped
@Produces("application/json")
public class IntegrationsResource {
  @Inject private TenantIntegrations integrations;

  @GET
  @Operation(
      summary =
          "Tells what connects the tenant with other systems, as far as the caller may see it",
      permission = "integrations:read",
      answers = Integrations.class)
  public Response figures() {
    return Response.ok(integrations.integrations()).build();
  }
}
