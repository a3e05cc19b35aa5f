package org.freehold.plans.stripe.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.freehold.plans.internal.KnownPlan;
import org.freehold.platform.Conflict;
import org.freehold.platform.TenantId;

/** What the platform knows of Stripe: prices of plans, whose customers are whose, events. */
@ApplicationScoped
public class StripeDirectory {
  /** At these somebody may still pay, though nobody buys at them any more. */
  private static final String WITH_FORMER =
      "(select price_id, plan_id from control.stripe_price"
          + " union all select price_id, plan_id from control.stripe_price_former) known";

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

  /** Plans by price, with the prices at which they were sold before. */
  public Map<String, String> plansOfPrices() {
    Map<String, String> plans = new HashMap<>();
    for (Object row :
        em.createNativeQuery("select price_id, plan_id from " + WITH_FORMER).getResultList()) {
      Object[] columns = (Object[]) row;
      plans.put((String) columns[0], (String) columns[1]);
    }
    return plans;
  }

  /** Of no plan, none. */
  Set<String> pricesEverOf(String plan) {
    return plansOfPrices().entrySet().stream()
        .filter(one -> one.getValue().equals(plan))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
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

  /** False when another plan is or was sold at that price. */
  public boolean sell(String plan, PricedThere price, Instant now) {
    List<?> others =
        em.createNativeQuery(
                "select plan_id from " + WITH_FORMER + " where price_id = ?1 and plan_id <> ?2")
            .setParameter(1, price.id())
            .setParameter(2, plan)
            .getResultList();
    if (!others.isEmpty()) {
      return false;
    }
    keepFormer(plan, price.id(), now);
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

  /** Who pays at it, or has its page open, has the plan by it. */
  private void keepFormer(String plan, String but, Instant now) {
    em.createNativeQuery(
            "insert into control.stripe_price_former (price_id, plan_id, ended_at)"
                + " select price_id, plan_id, cast(?1 as timestamptz) from control.stripe_price"
                + " where plan_id = ?2 and price_id <> ?3 for update"
                + " on conflict do nothing")
        .setParameter(1, Timestamp.from(now))
        .setParameter(2, plan)
        .setParameter(3, but)
        .executeUpdate();
  }

  public boolean sellNoMore(String plan, Instant now) {
    keepFormer(plan, "", now);
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
