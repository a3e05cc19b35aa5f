package org.freehold.plans.stripe;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.freehold.plans.stripe.internal.CheckoutOrder;
import org.freehold.plans.stripe.internal.PricedThere;
import org.freehold.plans.stripe.internal.ReturnAddress;
import org.freehold.plans.stripe.internal.StripeCalls;
import org.freehold.plans.stripe.internal.StripeFailure;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Invalid;
import org.freehold.platform.Uuid7;

/**
 * What callers wait for while Stripe is asked: outside transactions, between those of the services
 * that say what may be done and keep what was.
 */
@ApplicationScoped
public class StripeDoor {
  private static final Logger LOG = System.getLogger(StripeDoor.class.getName());

  @Inject private StripeCheckouts checkouts;
  @Inject private StripePrices prices;
  @Inject private StripeCalls calls;
  @Inject private ReturnAddress addresses;

  /** Asked for twice it is the same page. */
  public PaymentPage checkout(StartCheckout wished) {
    addresses.require(wished.successUrl(), "/success_url");
    addresses.require(wished.cancelUrl(), "/cancel_url");
    Optional<String> customer = checkouts.permit(wished);
    try {
      if (customer.isEmpty()) {
        checkouts.keep(calls.customer(CurrentCall.get().requireTenant()));
      }
      CheckoutOrder order = alone(wished);
      return new PaymentPage(order.open() == null ? opened(wished, order) : order.open());
    } catch (StripeFailure failure) {
      throw told(failure);
    }
  }

  /** With no other page open, else two could be paid. */
  private CheckoutOrder alone(StartCheckout wished) throws StripeFailure {
    CheckoutOrder order = checkouts.order(wished);
    if (order.replaced() == null) {
      return order;
    }
    if (!calls.close(order.replaced())) {
      checkouts.paid();
      throw new PaidAlready();
    }
    checkouts.closed(order.replaced());
    CheckoutOrder anew = checkouts.order(wished);
    if (anew.replaced() != null) {
      throw overtaken();
    }
    return anew;
  }

  /** Nobody is told of a page that our rows do not know. */
  private String opened(StartCheckout wished, CheckoutOrder order) throws StripeFailure {
    StripeCalls.Hosted page = calls.checkout(order);
    if (!checkouts.opened(wished, order.key(), page)) {
      calls.close(page.id());
      throw overtaken();
    }
    return page.url();
  }

  private static Conflict overtaken() {
    return new Conflict(
        "concurrent_change",
        "Another checkout of the tenant was asked for at the same moment.",
        "Send it again: the page of the other is closed then.");
  }

  public PaymentPage portal(OpenPortal wished) {
    addresses.require(wished.returnUrl(), "/return_url");
    String customer = checkouts.customer();
    try {
      // A page is for one visit, so that each has a key of its own.
      String visit = Uuid7.next().toString();
      return new PaymentPage(calls.portal(customer, wished.returnUrl(), visit).url());
    } catch (StripeFailure failure) {
      throw told(failure);
    }
  }

  /** Sells the plan at the price, which is looked at first. */
  public StripePrice price(String plan, SetStripePrice wished) {
    prices.permit(plan);
    try {
      PricedThere price = calls.price(wished.price());
      return prices.set(plan, price);
    } catch (StripeFailure failure) {
      if (failure.isFinal()) {
        throw Invalid.at("/price", "unknown", "Stripe has no such price for this account.");
      }
      throw told(failure);
    }
  }

  private static RuntimeException told(StripeFailure failure) {
    LOG.log(Level.WARNING, "Stripe was asked for a page and gave none", failure);
    return failure.isFinal()
        ? new Conflict(
            "stripe_refused",
            "Stripe refuses to do this.",
            "The server's log tells the operator why, at the request id.")
        : new StripeUnavailable();
  }
}
