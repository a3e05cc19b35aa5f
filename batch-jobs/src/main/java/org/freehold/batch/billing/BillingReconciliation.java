package org.freehold.batch.billing;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.freehold.jobs.LogLevel;
import org.freehold.jobs.Run;
import org.freehold.jobs.RunProgress;
import org.freehold.jobs.RunningHere;
import org.freehold.plans.stripe.StripeReconciliation;
import org.freehold.plans.stripe.StripeReconciliation.Outcome;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantDirectory;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRef;

/**
 * Compares one tenant after the other, outside transactions: Stripe may be slow. One that cannot be
 * compared is told in the log and passed by.
 */
@Named
@Dependent
public class BillingReconciliation extends AbstractBatchlet {
  @Inject private StripeReconciliation stripe;
  @Inject private TenantDirectory tenants;
  @Inject private RunningHere here;
  @Inject private RunProgress progress;
  @Inject @BatchProperty private String run;
  private volatile boolean stopped;

  @Override
  public String process() throws Exception {
    return here.within(run, this::compareAll);
  }

  private String compareAll(Run known) {
    if (!stripe.isConfigured()) {
      return "not configured";
    }
    int left = 0;
    List<TenantId> next = stripe.customersAfter(null);
    while (!next.isEmpty() && !stopped) {
      for (TenantId tenant : next) {
        left += compared(known, tenant) ? 0 : 1;
      }
      next = stripe.customersAfter(next.get(next.size() - 1));
    }
    stripe.forgetEvents();
    return left == 0 ? "completed" : "not compared: " + left;
  }

  private boolean compared(Run known, TenantId id) {
    TenantRef tenant = tenants.byId(id).orElseThrow();
    Outcome outcome = CurrentCall.within(known.in(tenant), stripe::compare);
    switch (outcome) {
      case CORRECTED ->
          progress.log(
              known, LogLevel.INFO, tenant.slug() + " was other than at Stripe: corrected");
      case UNREACHABLE ->
          progress.log(
              known, LogLevel.WARNING, tenant.slug() + " was not compared: Stripe did not answer");
      case FAILED ->
          progress.log(
              known,
              LogLevel.ERROR,
              tenant.slug() + " was not compared: the server's log tells what is wrong");
      case SAME -> {
        // Nothing to tell.
      }
    }
    progress.advance(
        known,
        0,
        1,
        Map.of(
            "tenants", 1L,
            "corrected", outcome == Outcome.CORRECTED ? 1L : 0L,
            "unreachable", outcome == Outcome.UNREACHABLE ? 1L : 0L,
            "failed", outcome == Outcome.FAILED ? 1L : 0L));
    return outcome == Outcome.SAME || outcome == Outcome.CORRECTED;
  }

  @Override
  public void stop() {
    stopped = true;
  }
}
