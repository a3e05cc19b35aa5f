package org.freehold.batch.billing;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import org.freehold.jobs.JobPlans;
import org.freehold.plans.stripe.StripeReconciliation;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantRef;

/** Plans the comparison for every night where Stripe collects. */
@Singleton
@Startup
public class BillingReconciliationPlan {
  private static final String NIGHTLY = "15 2 * * *";

  @Inject private JobPlans plans;
  @Inject private StripeReconciliation stripe;

  @PostConstruct
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void plan() {
    CallContext call = CallContext.system(BillingReconciliationJob.NAME, TenantRef.PLATFORM);
    try (CurrentCall.Scope scope = CurrentCall.open(call)) {
      Objects.requireNonNull(scope);
      if (stripe.isConfigured()) {
        plans.planOnce(BillingReconciliationJob.NAME, NIGHTLY, Map.of());
      }
    }
  }
}
