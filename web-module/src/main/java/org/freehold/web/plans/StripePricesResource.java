package org.freehold.web.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.freehold.plans.stripe.SetStripePrice;
import org.freehold.plans.stripe.StripeDoor;
import org.freehold.plans.stripe.StripePrice;
import org.freehold.plans.stripe.StripePrices;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;

/** Which plans are sold at Stripe. */
@Area("Plans")
@Path("billing/stripe/prices")
@ApplicationScoped
@Produces("application/json")
public class StripePricesResource {
  @Inject private StripePrices prices;
  @Inject private StripeDoor stripe;

  @GET
  @Operation(
      summary = "Lists the plans that are sold at Stripe, as an operator of the platform",
      permission = "billing:admin",
      answers = StripePrice.class,
      paged = true,
      problems = {"platform_only"})
  public Response list(@Context UriInfo uri) {
    return Answers.page(uri, prices.list());
  }

  @PUT
  @Path("{plan_id}")
  @Operation(
      summary =
          "Sells a plan at a price of Stripe, which is looked at first, as an operator of the"
              + " platform",
      permission = "billing:admin",
      answers = StripePrice.class,
      problems = {
        "platform_only",
        "plan_costs_nothing",
        "payment_not_configured",
        "stripe_unavailable"
      })
  public Response set(@PathParam("plan_id") String plan, SetStripePrice price) {
    return Response.ok(stripe.price(plan, price)).build();
  }

  @DELETE
  @Path("{plan_id}")
  @Operation(
      summary = "Sells a plan at Stripe no more, as an operator of the platform",
      permission = "billing:admin",
      status = 204,
      problems = {"platform_only"})
  public Response remove(@PathParam("plan_id") String plan) {
    prices.remove(plan);
    return Response.noContent().build();
  }
}
