package org.freehold.plans.stripe.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.freehold.plans.stripe.internal.WantedThere.What;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.UuidColumn;

/**
 * A tenant as a customer of Stripe: its subscription there as last seen, what is to be changed
 * there, and the checkout that is open. A wish stands until it is told, and told again under the
 * same key until Stripe answers.
 */
@Entity
@Table(name = "stripe_account")
public class StripeAccount {
  private static final Duration CHECKOUT = Duration.ofHours(2);

  /** Stripe opens none that closes sooner; with a little for the way. */
  private static final Duration SHORTEST = Duration.ofMinutes(35);

  private static final Set<String> PAID = Set.of("active", "trialing");
  private static final int LONGEST_REFUSAL = 500;

  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Column(name = "customer_id")
  private String customerId;

  @Column(name = "subscription_id")
  private String subscriptionId;

  @Column(name = "item_id")
  private String itemId;

  private String status;
  private String wanted;

  @Column(name = "wanted_plan")
  private String wantedPlan;

  @Column(name = "wanted_key")
  @Convert(converter = UuidColumn.class)
  private UUID wantedKey;

  private String refusal;

  @Column(name = "checkout_key")
  @Convert(converter = UuidColumn.class)
  private UUID checkoutKey;

  @Column(name = "checkout_asked")
  private String checkoutAsked;

  @Column(name = "checkout_session")
  private String checkoutSession;

  @Column(name = "checkout_url")
  private String checkoutUrl;

  @Column(name = "checkout_until")
  private Instant checkoutUntil;

  @Column(name = "looked_at")
  private Instant lookedAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Version private long version;

  protected StripeAccount() {}

  StripeAccount(TenantId tenant, String customer, Instant now) {
    tenantId = tenant.value();
    customerId = customer;
    updatedAt = now;
  }

  public String customer() {
    return customerId;
  }

  /** Null before the first was paid, and when the last is over. */
  String subscription() {
    return subscriptionId;
  }

  String item() {
    return itemId;
  }

  /** As Stripe names it; null without a subscription. */
  String status() {
    return status;
  }

  String refusal() {
    return refusal;
  }

  boolean isPaid() {
    return PAID.contains(status);
  }

  /** Takes over what was seen; null for no subscription any more. */
  void saw(String subscription, String item, String newStatus, Instant now) {
    subscriptionId = subscription;
    itemId = item;
    status = newStatus;
    if (subscription == null) {
      forgetWish();
    } else {
      forgetOrder();
    }
    updatedAt = now;
  }

  public void looked(Instant now) {
    lookedAt = now;
  }

  /** The plan null: it stays as it is. Takes the place of what was wished before. */
  void wish(What what, String plan, Instant now) {
    wanted = WireNames.of(what);
    wantedPlan = plan;
    wantedKey = Uuid7.next();
    refusal = null;
    updatedAt = now;
  }

  boolean hasWish() {
    return wanted != null;
  }

  Optional<What> wish() {
    return wanted == null ? Optional.empty() : WireNames.constant(What.class, wanted);
  }

  String wishedPlan() {
    return wantedPlan;
  }

  UUID wishKey() {
    return wantedKey;
  }

  /** The plan that comes as soon as it is paid, or null. */
  String pendingPlan() {
    return wish().filter(what -> what == What.LARGER).isPresent() ? wantedPlan : null;
  }

  /** Whether the wish is still that one. */
  public boolean wishes(UUID key) {
    return key.equals(wantedKey);
  }

  /** Stripe has done what was wished, or never will. */
  void told(String refused, Instant now) {
    forgetWish();
    refusal =
        refused == null || refused.length() <= LONGEST_REFUSAL
            ? refused
            : refused.substring(0, LONGEST_REFUSAL);
    updatedAt = now;
  }

  /** The same wish under another key, since Stripe keeps a useless answer for the old one. */
  public void tellAnew(Instant now) {
    wantedKey = Uuid7.next();
    updatedAt = now;
  }

  private void forgetWish() {
    wanted = null;
    wantedPlan = null;
    wantedKey = null;
  }

  /** Whether something is paid, or late, at Stripe. */
  public boolean hasSubscription() {
    return subscriptionId != null;
  }

  /**
   * Takes the checkout that was asked for: the one that is there when it is for the same, else a
   * new one. While another is open there is none to take: that one is closed first.
   */
  public CheckoutOrder order(
      TenantId tenant, String price, String successUrl, String cancelUrl, Instant now) {
    String asked = String.join(" ", price, successUrl, cancelUrl);
    boolean same = asked.equals(checkoutAsked) && checkoutUntil.isAfter(now.plus(SHORTEST));
    String open = openCheckout(now).orElse(null);
    if (!same && open == null) {
      checkoutKey = Uuid7.next();
      checkoutAsked = asked;
      checkoutSession = null;
      checkoutUrl = null;
      checkoutUntil = now.plus(CHECKOUT);
      updatedAt = now;
    }
    return new CheckoutOrder(
        tenant,
        customerId,
        price,
        successUrl,
        cancelUrl,
        checkoutKey,
        checkoutUntil,
        same ? checkoutUrl : null,
        same ? null : open);
  }

  /** False when another checkout was asked for meanwhile, or none may be open any more. */
  public boolean opened(UUID key, StripeCalls.Hosted page, Instant now) {
    if (!key.equals(checkoutKey)) {
      return false;
    }
    checkoutSession = page.id();
    checkoutUrl = page.url();
    updatedAt = now;
    return true;
  }

  /** The session of Stripe's where somebody can still pay, as far as we know. */
  public Optional<String> openCheckout(Instant now) {
    return Optional.ofNullable(checkoutSession).filter(known -> checkoutUntil.isAfter(now));
  }

  /** What is on its way to be opened is not kept when it comes; what is open stays known. */
  public void forgetOrder() {
    checkoutKey = null;
    checkoutAsked = null;
    checkoutUrl = null;
  }

  /** Nobody can pay there any more. */
  public void closed(String session, Instant now) {
    if (session.equals(checkoutSession)) {
      forgetOrder();
      checkoutSession = null;
      checkoutUntil = null;
      updatedAt = now;
    }
  }

  public long version() {
    return version;
  }
}
