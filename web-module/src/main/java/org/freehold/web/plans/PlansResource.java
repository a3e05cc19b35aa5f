package org.freehold.web.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.freehold.plans.NewPlan;
import org.freehold.plans.PlanFields;
import org.freehold.plans.Plans;
import org.freehold.plans.SubscriptionPlan;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;
import org.freehold.web.platform.Merge;

/** What can be bought. */
@Area("Plans")
@Path("plans")
@ApplicationScoped
@Produces("application/json")
public class PlansResource {
  @Inject private Plans plans;
  @Inject private Merge merge;

  @GET
  @Operation(
      summary =
          "Lists the plans that the tenant has or can choose, the cheapest in its currency first",
      caller = Operation.Caller.SIGNED_IN,
      answers = SubscriptionPlan.class,
      paged = true,
      problems = {"tenant_required"})
  public Response list(@Context UriInfo uri) {
    return Answers.page(uri, plans.list());
  }

  @GET
  @Path("{id}")
  @Operation(
      summary = "Tells a plan",
      caller = Operation.Caller.SIGNED_IN,
      answers = SubscriptionPlan.class,
      problems = {"tenant_required"})
  public Response details(@PathParam("id") String id) {
    return Answers.versioned(plans.details(id));
  }

  @POST
  @Operation(
      summary = "Makes a plan, as an operator of the platform",
      permission = "billing:admin",
      status = 201,
      answers = SubscriptionPlan.class,
      problems = {"platform_only", "plan_id_taken", "too_many_plans"})
  public Response create(NewPlan plan, @Context UriInfo uri) {
    SubscriptionPlan made = plans.create(plan);
    return Answers.created(uri, made.id(), made);
  }

  @PUT
  @Path("{id}")
  @Operation(
      summary = "Replaces what a plan gives and costs, as an operator of the platform",
      permission = "billing:admin",
      answers = SubscriptionPlan.class,
      problems = {"platform_only"})
  public Response replace(
      @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, PlanFields fields) {
    return Answers.versioned(plans.change(id, merge.replace(fields), Answers.expected(ifMatch)));
  }
}
