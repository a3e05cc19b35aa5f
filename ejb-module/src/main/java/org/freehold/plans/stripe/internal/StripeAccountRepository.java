package org.freehold.plans.stripe.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.freehold.plans.InvoiceId;
import org.freehold.platform.TenantId;

/** The account of one tenant at Stripe, and how its bills stand. */
@ApplicationScoped
public class StripeAccountRepository {
  @PersistenceContext private EntityManager em;

  /** None for a tenant that never went to a checkout. */
  public Optional<StripeAccount> find(TenantId tenant) {
    return Optional.ofNullable(em.find(StripeAccount.class, tenant.value()));
  }

  /** Held until the transaction ends. */
  public Optional<StripeAccount> locked(TenantId tenant) {
    StripeAccount account =
        em.find(StripeAccount.class, tenant.value(), LockModeType.PESSIMISTIC_WRITE);
    if (account != null) {
      em.refresh(account);
    }
    return Optional.ofNullable(account);
  }

  public void add(TenantId tenant, String customer, Instant now) {
    em.persist(new StripeAccount(tenant, customer, now));
    em.flush();
  }

  public void flush() {
    em.flush();
  }

  Optional<StripeInvoice> invoice(TenantId tenant, String stripeId) {
    return Optional.ofNullable(
        em.find(StripeInvoice.class, new StripeInvoice.Key(tenant, stripeId)));
  }

  void add(TenantId tenant, BilledThere there, InvoiceId invoice, Instant now) {
    em.persist(new StripeInvoice(tenant, there, invoice.value(), now));
  }

  List<StripeInvoice> invoices(TenantId tenant, Collection<UUID> invoices) {
    return invoices.isEmpty()
        ? List.of()
        : em.createQuery(
                "select s from StripeInvoice s where s.tenantId = :tenant and s.invoiceId in :ids",
                StripeInvoice.class)
            .setParameter("tenant", tenant.value())
            .setParameter("ids", invoices)
            .getResultList();
  }
}
