package org.freehold.plans.stripe.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import org.freehold.plans.stripe.StripeUpkeep;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.work.NotNow;

/** Asks and tells Stripe for the tenant of the call, between short transactions. */
@ApplicationScoped
public class StripeTalks {
  private static final Logger LOG = System.getLogger(StripeTalks.class.getName());

  @Inject private StripeCalls calls;
  @Inject private StripeUpkeep upkeep;

  /**
   * Lets our rows follow what is there; whether they had to. {@link NotNow} when they changed
   * meanwhile: what was seen may be older than that.
   */
  public boolean look() throws StripeFailure, NotNow {
    Optional<StripeUpkeep.Asked> asked = upkeep.asked();
    if (asked.isEmpty()) {
      return false;
    }
    SeenThere seen = calls.look(asked.get().customer());
    boolean differs = upkeep.differs(seen);
    if (differs) {
      upkeep.follow(asked.get(), seen);
      List<String> paying = upkeep.paying(seen);
      if (paying.size() > 1) {
        LOG.log(
            Level.WARNING,
            "Tenant {0} pays for several subscriptions at Stripe: {1}",
            CurrentCall.tenantId().value(),
            paying);
        upkeep.paidTwice(paying);
      }
    }
    return differs;
  }

  /** Closes the checkout that is open where nobody is to pay any more, if one is. */
  void close() throws StripeFailure {
    Optional<String> open = upkeep.closing();
    if (open.isPresent()) {
      upkeep.closed(open.get(), calls.close(open.get()));
    }
  }

  /** What Stripe refuses for good is told to the tenant; everything else comes again. */
  void tell() throws StripeFailure {
    Optional<WantedThere> wanted = upkeep.wanted();
    if (wanted.isEmpty()) {
      return;
    }
    try {
      calls.tell(wanted.get());
    } catch (StripeFailure failure) {
      if (failure.isFinal()) {
        LOG.log(
            Level.WARNING,
            "Stripe refused what tenant " + CurrentCall.tenantId().value() + " is to have",
            failure);
        upkeep.refused(
            wanted.get(),
            failure.isUnpaid()
                ? failure.getMessage()
                : "Stripe refused to change the subscription.");
        return;
      }
      if (failure.isKeptFailure()) {
        upkeep.tellAnew(wanted.get());
      }
      throw failure;
    }
    upkeep.told(wanted.get());
  }
}
