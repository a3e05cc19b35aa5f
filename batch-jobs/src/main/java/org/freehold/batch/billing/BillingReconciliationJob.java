package org.freehold.batch.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.freehold.jobs.JobDefinition;
import org.freehold.jobs.JobParameter;
import org.freehold.jobs.JobScope;
import org.freehold.plans.stripe.StripeReconciliation;

/** The job that compares every tenant that is a customer of Stripe with what Stripe has. */
@ApplicationScoped
public class BillingReconciliationJob implements JobDefinition {
  static final String NAME = "billing-reconciliation";

  @Inject private StripeReconciliation stripe;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String title() {
    return "Billing reconciliation";
  }

  @Override
  public String description() {
    return "Compares subscriptions, bills and bought features with what Stripe has, and puts right"
        + " what no event told.";
  }

  @Override
  public JobScope scope() {
    return JobScope.PLATFORM;
  }

  @Override
  public String unit() {
    return "tenants";
  }

  @Override
  public List<JobParameter> parameters() {
    return List.of();
  }

  /** Where Stripe collects. */
  @Override
  public Optional<String> nightly() {
    return stripe.isConfigured() ? Optional.of("15 2 * * *") : Optional.empty();
  }
}
