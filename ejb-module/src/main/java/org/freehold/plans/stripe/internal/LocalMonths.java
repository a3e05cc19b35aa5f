package org.freehold.plans.stripe.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.freehold.plans.internal.BillLine;
import org.freehold.plans.internal.Billed;
import org.freehold.plans.internal.Proration;
import org.freehold.plans.internal.Subscription;
import org.freehold.plans.internal.SubscriptionAccount;
import org.freehold.plans.internal.SubscriptionSettling;
import org.freehold.platform.TenantRef;

/** What happens to the months that Freehold bills itself where Stripe begins or ends to. */
@ApplicationScoped
public class LocalMonths {
  @Inject private SubscriptionAccount account;
  @Inject private SubscriptionSettling settling;

  /** The rest of the month that was billed here, on an invoice of its own. */
  void giveBack(TenantRef tenant, Subscription subscription, Instant now) {
    Billed billed = subscription.billed();
    if (billed == null) {
      return;
    }
    long back = Proration.rest(billed.price(), billed.period(), now);
    Instant end = billed.period().to();
    account.issue(
        tenant,
        billed.currency(),
        List.of(new BillLine(billed.plan(), "Rest of the plan " + billed.plan(), now, end, -back)),
        now);
  }

  /** A plan that costs and is not Stripe's any more is billed here. */
  void beginAgain(TenantRef tenant) {
    settling.settle(tenant, true);
  }
}
