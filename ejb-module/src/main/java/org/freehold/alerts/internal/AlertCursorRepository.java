package org.freehold.alerts.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.function.LongSupplier;
import org.freehold.alerts.AlertRules;
import org.freehold.platform.TenantId;

/** How far trails were looked at. */
@ApplicationScoped
public class AlertCursorRepository {
  @PersistenceContext private EntityManager em;

  /**
   * Where to look from.
   *
   * @param rules as they were when the event before was recorded; null: not known
   */
  public record Cursor(long place, AlertRules rules) {}

  /**
   * The cursor, held until the transaction ends; null when somebody else holds it.
   *
   * @param begin the place from which a trail is looked at for the first time
   */
  public Cursor hold(TenantId tenant, LongSupplier begin) {
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
    return held.isEmpty() ? null : cursor((Object[]) held.get(0));
  }

  private static Cursor cursor(Object[] row) {
    AlertRules rules = row[1] == null ? null : StoredAlertRules.parse((String) row[1]);
    return new Cursor(((Number) row[0]).longValue(), rules);
  }

  private List<?> held(TenantId tenant) {
    return em.createNativeQuery(
            "select next_position, case when rules_position = next_position then cast(rules as text) end from alert_cursor where tenant_id = ?1 for update skip locked")
        .setParameter(1, tenant.value())
        .getResultList();
  }

  public void move(TenantId tenant, Cursor next) {
    em.createNativeQuery(
            "update alert_cursor set next_position = ?1, rules_position = ?1, rules = cast(?2 as jsonb) where tenant_id = ?3")
        .setParameter(1, next.place())
        .setParameter(2, StoredAlertRules.text(next.rules()))
        .setParameter(3, tenant.value())
        .executeUpdate();
  }
}
