package org.freehold.plans.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.freehold.plans.InvoiceDetails;
import org.freehold.plans.InvoiceId;
import org.freehold.platform.Page;
import org.freehold.platform.TenantId;
import org.freehold.platform.persistence.ListQuery;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.persistence.Sort;
import org.freehold.platform.persistence.TenantRowKey;

/** The subscription of one tenant and its invoices. */
@ApplicationScoped
public class SubscriptionRepository {
  private static final List<String> NEWEST_FIRST = List.of("-issued_at");

  @PersistenceContext private EntityManager em;

  /** None yet for a tenant that never had to pay. */
  public Optional<Subscription> find(TenantId tenant) {
    return Optional.ofNullable(em.find(Subscription.class, tenant.value()));
  }

  /** Held until the transaction ends: changes come one after the other. */
  public Subscription locked(TenantId tenant, Instant now) {
    em.createNativeQuery(
            "insert into subscription (tenant_id, updated_at, version) values (?1, ?2, 1)"
                + " on conflict (tenant_id) do nothing")
        .setParameter(1, tenant.value())
        .setParameter(2, Timestamp.from(now))
        .executeUpdate();
    Subscription subscription =
        em.find(Subscription.class, tenant.value(), LockModeType.PESSIMISTIC_WRITE);
    em.refresh(subscription);
    return subscription;
  }

  /** To be called with the subscription {@link #locked}. */
  public InvoiceId bill(TenantId tenant, String currency, List<BillLine> lines, Instant now) {
    int last =
        em.createQuery(
                "select coalesce(max(i.number), 0) from Invoice i where i.tenantId = :tenant",
                Integer.class)
            .setParameter("tenant", tenant.value())
            .getSingleResult();
    Invoice invoice = new Invoice(tenant, last + 1, currency, lines, now);
    em.persist(invoice);
    em.flush();
    return invoice.id();
  }

  public void flush() {
    em.flush();
  }

  public Page<InvoiceDetails> invoices(TenantId tenant, PageRequest page) {
    return new ListQuery<>(Invoice.class, "select i from Invoice i", "i.id", i -> i.id().value())
        .where("i.tenantId = :tenant", "tenant", tenant.value())
        .page(
            em,
            page,
            Sort.of(page.sort(), NEWEST_FIRST),
            new ListQuery.Column<>("i.issuedAt", Instant::parse, Invoice::issuedAt),
            Invoice::details);
  }

  public Optional<InvoiceDetails> invoice(TenantId tenant, InvoiceId id) {
    return Optional.ofNullable(em.find(Invoice.class, new TenantRowKey(tenant, id.value())))
        .map(Invoice::details);
  }
}
