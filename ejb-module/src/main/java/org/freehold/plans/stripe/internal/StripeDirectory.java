package org.freehold.plans.stripe.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.freehold.plans.internal.KnownPlan;
import org.freehold.platform.Conflict;
import org.freehold.platform.TenantId;

/** What the platform knows of Stripe: prices of plans, whose customers are whose, events. */
@ApplicationScoped
public class StripeDirectory {
  @PersistenceContext private EntityManager em;

  /** Prices by plan. */
  public Map<String, String> prices() {
    Map<String, String> prices = new LinkedHashMap<>();
    for (Object row :
        em.createNativeQuery("select plan_id, price_id from control.stripe_price order by plan_id")
            .getResultList()) {
      Object[] columns = (Object[]) row;
      prices.put((String) columns[0], (String) columns[1]);
    }
    return prices;
  }

  public Optional<String> priceOf(String plan) {
    return Optional.ofNullable(prices().get(plan));
  }

  /** {@link Conflict} when the plan costs another amount by now than what it is sold at. */
  public void requireAsSold(KnownPlan plan) {
    List<?> same =
        em.createNativeQuery(
                "select plan_id from control.stripe_price"
                    + " where plan_id = ?1 and minor = ?2 and currency = ?3")
            .setParameter(1, plan.id())
            .setParameter(2, plan.priceMinor())
            .setParameter(3, plan.currency())
            .getResultList();
    if (same.isEmpty()) {
      throw new Conflict(
          "price_outdated",
          "The price of the plan "
              + plan.id()
              + " has changed, and it is not sold at the new one yet.",
          "An operator sets the new price with PUT /api/billing/stripe/prices/" + plan.id() + ".");
    }
  }

  /** False when another plan is sold at that price. */
  public boolean sell(String plan, PricedThere price, Instant now) {
    List<?> others =
        em.createNativeQuery(
                "select plan_id from control.stripe_price where price_id = ?1 and plan_id <> ?2")
            .setParameter(1, price.id())
            .setParameter(2, plan)
            .getResultList();
    if (!others.isEmpty()) {
      return false;
    }
    em.createNativeQuery(
            "insert into control.stripe_price (plan_id, price_id, minor, currency, changed_at)"
                + " values (?1, ?2, ?3, ?4, ?5)"
                + " on conflict (plan_id) do update set price_id = excluded.price_id,"
                + " minor = excluded.minor, currency = excluded.currency,"
                + " changed_at = excluded.changed_at")
        .setParameter(1, plan)
        .setParameter(2, price.id())
        .setParameter(3, price.minor())
        .setParameter(4, price.currency())
        .setParameter(5, Timestamp.from(now))
        .executeUpdate();
    return true;
  }

  public boolean sellNoMore(String plan) {
    return em.createNativeQuery("delete from control.stripe_price where plan_id = ?1")
            .setParameter(1, plan)
            .executeUpdate()
        > 0;
  }

  public void keep(String customer, TenantId tenant) {
    em.createNativeQuery(
            "insert into control.stripe_customer (customer_id, tenant_id) values (?1, ?2)"
                + " on conflict do nothing")
        .setParameter(1, customer)
        .setParameter(2, tenant.value())
        .executeUpdate();
  }

  public Optional<TenantId> tenantOf(String customer) {
    List<?> rows =
        em.createNativeQuery("select tenant_id from control.stripe_customer where customer_id = ?1")
            .setParameter(1, customer)
            .getResultList();
    return rows.stream().findFirst().map(row -> new TenantId((UUID) row));
  }

  public boolean isCustomer(TenantId tenant) {
    return !em.createNativeQuery(
            "select customer_id from control.stripe_customer where tenant_id = ?1")
        .setParameter(1, tenant.value())
        .getResultList()
        .isEmpty();
  }

  /** The next hundred tenants that are customers, by id; from the first when null. */
  public List<TenantId> customersAfter(TenantId last) {
    List<?> rows =
        em.createNativeQuery(
                "select tenant_id from control.stripe_customer where tenant_id > ?1"
                    + " order by tenant_id limit 100")
            .setParameter(1, last == null ? new UUID(0, 0) : last.value())
            .getResultList();
    return rows.stream().map(row -> new TenantId((UUID) row)).toList();
  }

  /** False when it was taken before; one that is just being taken is waited for. */
  public boolean take(String event, String type, Instant now) {
    return em.createNativeQuery(
                "insert into control.stripe_event (event_id, type, received_at) values (?1, ?2, ?3)"
                    + " on conflict do nothing")
            .setParameter(1, event)
            .setParameter(2, type)
            .setParameter(3, Timestamp.from(now))
            .executeUpdate()
        > 0;
  }

  public int forgetEvents(Instant before) {
    return em.createNativeQuery("delete from control.stripe_event where received_at < ?1")
        .setParameter(1, Timestamp.from(before))
        .executeUpdate();
  }
}
