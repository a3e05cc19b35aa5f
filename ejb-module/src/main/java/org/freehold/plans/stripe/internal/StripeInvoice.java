package org.freehold.plans.stripe.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.freehold.plans.internal.InvoicePayment;
import org.freehold.platform.TenantId;
import org.freehold.platform.persistence.UuidColumn;

/** How an invoice stands that Stripe wrote. */
@Entity
@Table(name = "stripe_invoice")
@IdClass(StripeInvoice.Key.class)
public class StripeInvoice {
  /** The tenant, and Stripe's id. */
  public static class Key implements Serializable {
    private static final long serialVersionUID = 1;
    private UUID tenantId;
    private String stripeId;

    public Key() {}

    Key(TenantId tenant, String stripeId) {
      tenantId = tenant.value();
      this.stripeId = stripeId;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && Objects.equals(tenantId, key.tenantId)
          && Objects.equals(stripeId, key.stripeId);
    }

    @Override
    public int hashCode() {
      return Objects.hash(tenantId, stripeId);
    }
  }

  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id
  @Column(name = "stripe_id")
  private String stripeId;

  @Column(name = "invoice_id")
  @Convert(converter = UuidColumn.class)
  private UUID invoiceId;

  private String reference;
  private String status;

  @Column(name = "hosted_url")
  private String hostedUrl;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected StripeInvoice() {}

  StripeInvoice(TenantId tenant, BilledThere there, UUID invoice, Instant now) {
    tenantId = tenant.value();
    stripeId = there.id();
    invoiceId = invoice;
    follow(there, now);
  }

  final void follow(BilledThere there, Instant now) {
    reference = there.reference();
    status = there.status();
    hostedUrl = there.hostedUrl();
    updatedAt = now;
  }

  boolean isAsSeen(BilledThere there) {
    return Objects.equals(status, there.status())
        && Objects.equals(reference, there.reference())
        && Objects.equals(hostedUrl, there.hostedUrl());
  }

  UUID invoice() {
    return invoiceId;
  }

  InvoicePayment payment() {
    return new InvoicePayment(reference, status, hostedUrl);
  }
}
