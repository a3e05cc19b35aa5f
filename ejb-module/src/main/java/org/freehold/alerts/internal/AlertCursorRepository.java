package org.freehold.alerts.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.function.LongSupplier;
import org.freehold.platform.TenantId;

/** How far trails were looked at. */
@ApplicationScoped
public class AlertCursorRepository {
  @PersistenceContext private EntityManager em;

  /**
   * The place to look from, held until the transaction ends; null when somebody else holds it.
   *
   * @param begin the place from which a trail is looked at for the first time
   */
  public Long hold(TenantId tenant, LongSupplier begin) {
    List<?> held = held(tenant);
    if (held.isEmpty()) {
      em.createNativeQuery(
              "insert into alert_cursor (tenant_id, next_position) values (?1, ?2)"
                  + " on conflict (tenant_id) do nothing")
          .setParameter(1, tenant.value())
          .setParameter(2, begin.getAsLong())
          .executeUpdate();
      held = held(tenant);
    }
    return held.isEmpty() ? null : Long.valueOf(((Number) held.get(0)).longValue());
  }

  private List<?> held(TenantId tenant) {
    return em.createNativeQuery(
            "select next_position from alert_cursor where tenant_id = ?1 for update skip locked")
        .setParameter(1, tenant.value())
        .getResultList();
  }

  public void move(TenantId tenant, long next) {
    em.createNativeQuery("update alert_cursor set next_position = ?1 where tenant_id = ?2")
        .setParameter(1, next)
        .setParameter(2, tenant.value())
        .executeUpdate();
  }
}
