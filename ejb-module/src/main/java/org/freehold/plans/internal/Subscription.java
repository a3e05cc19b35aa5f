package org.freehold.plans.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/**
 * What is beside the plan that a tenant has: the month that was billed, none for a plan that costs
 * nothing, and the plan that comes when it ends.
 */
@Entity
@Table(name = "subscription")
public class Subscription {
  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Column(name = "anchored_at")
  private Instant anchoredAt;

  @Column(name = "period_from")
  private Instant periodFrom;

  @Column(name = "period_to")
  private Instant periodTo;

  @Column(name = "billed_plan")
  private String billedPlan;

  @Column(name = "price_minor")
  private Long priceMinor;

  private String currency;

  @Column(name = "next_plan")
  private String nextPlan;

  private String provider;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Version private long version;

  protected Subscription() {}

  /** Null when nothing was. */
  public Billed billed() {
    return periodFrom == null
        ? null
        : new Billed(
            new BillingPeriod(anchoredAt, periodFrom, periodTo), billedPlan, priceMinor, currency);
  }

  /** Null for nothing; whatever was to come comes no more. */
  public void bill(Billed billed, Instant now) {
    anchoredAt = billed == null ? null : billed.period().anchor();
    periodFrom = billed == null ? null : billed.period().from();
    periodTo = billed == null ? null : billed.period().to();
    billedPlan = billed == null ? null : billed.plan();
    priceMinor = billed == null ? null : billed.price();
    currency = billed == null ? null : billed.currency();
    nextPlan = null;
    updatedAt = now;
  }

  /** As the {@link BillingProvider} calls itself. */
  public String provider() {
    return provider;
  }

  /** From here on somebody else collects what it costs. */
  public void collectedBy(String name, Instant now) {
    provider = name;
    updatedAt = now;
  }

  /** The month that was billed goes on under another plan; nothing is billed for that. */
  void goOnAs(String plan, Instant now) {
    billedPlan = plan;
    nextPlan = plan.equals(nextPlan) ? null : nextPlan;
    updatedAt = now;
  }

  /** The plan comes when the month ends; null: the one that is there stays. */
  public void plan(String plan, Instant now) {
    nextPlan = plan;
    updatedAt = now;
  }

  /** Null when the plan stays. */
  public String nextPlan() {
    return nextPlan;
  }
}
