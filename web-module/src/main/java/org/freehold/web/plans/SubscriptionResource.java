package org.freehold.web.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.freehold.plans.ChangeSubscription;
import org.freehold.plans.InvoiceDetails;
import org.freehold.plans.InvoiceId;
import org.freehold.plans.SubscriptionChange;
import org.freehold.plans.SubscriptionDetails;
import org.freehold.plans.Subscriptions;
import org.freehold.plans.stripe.OpenPortal;
import org.freehold.plans.stripe.PaymentPage;
import org.freehold.plans.stripe.StartCheckout;
import org.freehold.plans.stripe.StripeDoor;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;
import org.freehold.web.platform.PageParameters;

/** Which plan the tenant has, how it gets another, and what it is asked to pay. */
@Area("Plans")
@Path("subscription")
@ApplicationScoped
@Produces("application/json")
public class SubscriptionResource {
  @Inject private Subscriptions subscriptions;
  @Inject private StripeDoor stripe;

  @GET
  @Operation(
      summary = "Tells which plan the tenant has, its month and what is to come",
      permission = "billing:read",
      answers = SubscriptionDetails.class)
  public Response details() {
    return Response.ok(subscriptions.details()).build();
  }

  @POST
  @Path("change")
  @Operation(
      summary =
          "Takes another plan: a larger one at once, a smaller one when the month ends; or tells"
              + " what that would do",
      permission = "billing:write",
      answers = SubscriptionChange.class,
      problems = {
        "plan_unchanged",
        "over_limit",
        "checkout_required",
        "change_pending",
        "payment_overdue",
        "plan_billed_otherwise",
        "price_outdated"
      })
  public Response change(ChangeSubscription wished) {
    SubscriptionChange change =
        wished.preview() ? subscriptions.preview(wished) : subscriptions.change(wished);
    return Response.ok(change).build();
  }

  @POST
  @Path("cancel")
  @Operation(
      summary = "Cancels the plan: the tenant is on the free one when its month ends",
      permission = "billing:write",
      answers = SubscriptionDetails.class,
      problems = {"nothing_to_cancel", "change_pending"})
  public Response cancel() {
    return Response.ok(subscriptions.cancel()).build();
  }

  @POST
  @Path("resume")
  @Operation(
      summary = "Keeps the plan: what was to come when the month ends does not",
      permission = "billing:write",
      answers = SubscriptionDetails.class,
      problems = {"nothing_to_resume", "change_pending"})
  public Response resume() {
    return Response.ok(subscriptions.resume()).build();
  }

  @POST
  @Path("checkout")
  @Operation(
      summary = "Answers the page of Stripe's where a plan is paid for; the plan comes when it is",
      permission = "billing:write",
      answers = PaymentPage.class,
      problems = {
        "over_limit",
        "paid_already",
        "payment_not_configured",
        "price_outdated",
        "stripe_refused",
        "stripe_unavailable"
      })
  public Response checkout(StartCheckout checkout) {
    return Response.ok(stripe.checkout(checkout)).build();
  }

  @POST
  @Path("portal")
  @Operation(
      summary = "Answers the page of Stripe's where cards are changed and bills are paid",
      permission = "billing:write",
      answers = PaymentPage.class,
      problems = {"nothing_paid", "payment_not_configured", "stripe_refused", "stripe_unavailable"})
  public Response portal(OpenPortal portal) {
    return Response.ok(stripe.portal(portal)).build();
  }

  @GET
  @Path("invoices")
  @Operation(
      summary = "Lists the invoices",
      permission = "billing:read",
      answers = InvoiceDetails.class,
      paged = true,
      sorts = {"-issued_at"})
  public Response invoices(@BeanParam PageParameters page, @Context UriInfo uri) {
    return Answers.page(uri, subscriptions.invoices(page.request()));
  }

  @GET
  @Path("invoices/{id}")
  @Operation(
      summary = "Tells an invoice",
      permission = "billing:read",
      answers = InvoiceDetails.class)
  public Response invoice(@PathParam("id") InvoiceId id) {
    return Response.ok(subscriptions.invoice(id)).build();
  }
}
