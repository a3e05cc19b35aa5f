package org.freehold.plans.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.freehold.platform.TenantId;

/**
 * What time it is for the bills of a tenant: outside of production an operator can put its clock
 * forward, to see months end.
 */
@ApplicationScoped
public class BillingClock {
  @PersistenceContext private EntityManager em;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "freehold.mode")
  private String mode;

  public boolean canBeSet() {
    return !mode.equals("production");
  }

  public Instant now(TenantId tenant) {
    return clock.instant().plus(ahead(tenant));
  }

  /** When it will be that time for the tenant's bills, by the clock of everybody else. */
  Instant real(TenantId tenant, Instant billed) {
    return billed.minus(ahead(tenant));
  }

  private Duration ahead(TenantId tenant) {
    if (!canBeSet()) {
      return Duration.ZERO;
    }
    List<?> rows =
        em.createNativeQuery("select ahead_seconds from control.billing_clock where tenant_id = ?1")
            .setParameter(1, tenant.value())
            .getResultList();
    return rows.isEmpty() ? Duration.ZERO : Duration.ofSeconds(((Number) rows.get(0)).longValue());
  }

  public void set(TenantId tenant, long aheadSeconds) {
    em.createNativeQuery(
            "insert into control.billing_clock (tenant_id, ahead_seconds) values (?1, ?2)"
                + " on conflict (tenant_id) do update set ahead_seconds = excluded.ahead_seconds")
        .setParameter(1, tenant.value())
        .setParameter(2, aheadSeconds)
        .executeUpdate();
  }
}
