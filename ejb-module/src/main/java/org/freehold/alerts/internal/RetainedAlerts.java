package org.freehold.alerts.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.freehold.platform.HoldScope;
import org.freehold.platform.RemovableData;
import org.freehold.platform.RemovedRows;
import org.freehold.platform.RetainedRows;
import org.freehold.platform.RetentionClass;
import org.freehold.platform.TenantRef;
import org.freehold.platform.persistence.RemovableRows;

/** Alerts that were resolved long ago. One that nobody has resolved is never too old. */
@ApplicationScoped
public class RetainedAlerts implements RemovableData {
  private static final RetentionClass CLASS =
      new RetentionClass(
          "security_alerts",
          "Security alerts that were resolved; the trail keeps the events that they came from.",
          RetentionClass.SEVEN_YEARS,
          90,
          RetentionClass.HUNDRED_YEARS,
          Set.of(HoldScope.PERSON));

  private static final RemovableRows ROWS =
      new RemovableRows(
          "security_alert",
          "first_at",
          "status = 'resolved' and resolved_at < ?2 and last_at < ?2",
          "security_alert_held(security_alert)");

  @PersistenceContext private EntityManager em;

  @Override
  public RetentionClass retentionClass() {
    return CLASS;
  }

  @Override
  public RetainedRows expired(TenantRef tenant, Instant before) {
    return ROWS.count(em, tenant, before);
  }

  @Override
  public RemovedRows remove(TenantRef tenant, UUID after, Instant before, int most) {
    return ROWS.remove(em, tenant, after, before, most);
  }
}
