package org.freehold.plans.stripe.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.freehold.plans.InvoiceId;
import org.freehold.plans.internal.BillLine;
import org.freehold.plans.internal.SubscriptionRepository;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRef;

/** Stripe's invoices among ours: written once when they are issued, and how they stand beside. */
@ApplicationScoped
public class StripeBills {
  @Inject private StripeAccountRepository accounts;
  @Inject private SubscriptionRepository subscriptions;

  /** One of nothing at all, as a free trial's, is none. */
  boolean isNews(TenantId tenant, BilledThere there) {
    Optional<StripeInvoice> known = accounts.invoice(tenant, there.id());
    return known.isPresent()
        ? !known.get().isAsSeen(there)
        : there.total() != 0 || there.lines().stream().anyMatch(line -> line.minor() != 0);
  }

  /** To be called with the subscription held. */
  void record(TenantRef tenant, String plan, List<BilledThere> news, Instant now) {
    for (BilledThere there : news) {
      StripeInvoice known = accounts.invoice(tenant.id(), there.id()).orElse(null);
      if (known != null) {
        known.follow(there, now);
      } else {
        InvoiceId written =
            subscriptions.bill(tenant.id(), there.currency(), lines(plan, there), there.issuedAt());
        accounts.add(tenant.id(), there, written, now);
      }
    }
    accounts.flush();
  }

  /** With a last line for what no line tells, as taxes, so that they add up to the total. */
  private static List<BillLine> lines(String plan, BilledThere there) {
    List<BillLine> lines = new ArrayList<>();
    long sum = 0;
    for (BilledThere.Line line : there.lines()) {
      sum += line.minor();
      lines.add(new BillLine(plan, line.text(), line.from(), line.to(), line.minor()));
    }
    if (sum != there.total()) {
      Instant at = there.issuedAt();
      lines.add(new BillLine(plan, "Taxes, discounts and other", at, at, there.total() - sum));
    }
    return lines;
  }
}
