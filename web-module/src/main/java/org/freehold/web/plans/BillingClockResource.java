package org.freehold.web.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.freehold.plans.BillingClocks;
import org.freehold.plans.SetBillingClock;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;

/** The clock of a tenant's bills, where nobody pays. */
@Area("Administration")
@Path("admin/billing-clock")
@ApplicationScoped
@Produces("application/json")
public class BillingClockResource {
  @Inject private BillingClocks clocks;

  @PUT
  @Operation(
      summary = "Puts the clock of a tenant's bills forward, as an operator outside of production",
      permission = "billing:admin",
      answers = BillingClocks.BillingTime.class,
      problems = {"platform_only", "not_in_production"})
  public Response set(SetBillingClock wished) {
    return Response.ok(clocks.set(wished)).build();
  }
}
