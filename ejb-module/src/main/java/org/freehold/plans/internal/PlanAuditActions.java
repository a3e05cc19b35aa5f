package org.freehold.plans.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.freehold.platform.AuditAction;
import org.freehold.platform.AuditActions;
import org.freehold.platform.Severity;

/** What the trail tells of plans and subscriptions. */
@ApplicationScoped
public class PlanAuditActions implements AuditActions {
  @Override
  public List<AuditAction> actions() {
    return List.of(
        AuditAction.of("plan.created", "A plan was made.").relevant(),
        AuditAction.of("plan.updated", "A plan was changed.").relevant(),
        AuditAction.of("plan.discarded", "A plan was removed.").relevant(),
        AuditAction.of("plan.released", "A promotion put a plan in place.").relevant(),
        AuditAction.of("stripe_price.set", "A plan was tied to a price at Stripe.").relevant(),
        AuditAction.of("stripe_price.removed", "A plan is no longer tied to a price at Stripe.")
            .relevant(),
        AuditAction.of("billing_clock.set", "The clock of a test of billing was set.").relevant(),
        AuditAction.of(
                "subscription.changed",
                "The plan of a tenant was changed, at once or for the end of the month.")
            .relevant(),
        AuditAction.of(
                "subscription.cancelled", "A subscription was cancelled for the end of its month.")
            .relevant(),
        AuditAction.of("subscription.resumed", "A cancelled subscription goes on.").relevant(),
        AuditAction.of("subscription.renewed", "A month ended, and the next one is billed.")
            .relevant(),
        AuditAction.of(
                "subscription.settled", "Billing followed what an operator did to the tenant.")
            .relevant(),
        AuditAction.of("subscription.checkout_opened", "Somebody was sent to Stripe to pay.")
            .relevant(),
        AuditAction.of(
                "subscription.synchronised",
                "A subscription was made to agree with what Stripe has.")
            .relevant(),
        AuditAction.of(
                "subscription.change_refused",
                "Stripe refused a change, and the subscription went back to what Stripe has.")
            .relevant()
            .severity(Severity.WARNING),
        AuditAction.of(
                "subscription.paid_twice",
                "A tenant pays for two subscriptions at Stripe: somebody must give one back.")
            .relevant()
            .severity(Severity.ERROR));
  }
}
