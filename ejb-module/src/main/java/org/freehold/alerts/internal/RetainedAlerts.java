package org.freehold.alerts.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.freehold.platform.HoldScope;
import org.freehold.platform.RemovableData;
import org.freehold.platform.RemovedRows;
import org.freehold.platform.RetainedRows;
import org.freehold.platform.RetentionClass;
import org.freehold.platform.TenantRef;

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
          false,
          null,
          List.of(),
          Set.of(HoldScope.PERSON));

  private static final String EXPIRED =
      " from security_alert a where tenant_id = ?1 and status = 'resolved' and resolved_at < ?2"
          + " and last_at < ?2";

  @PersistenceContext private EntityManager em;

  @Override
  public RetentionClass retentionClass() {
    return CLASS;
  }

  @Override
  public RetainedRows expired(TenantRef tenant, Instant before) {
    return RetainedRows.of(
        (Object[])
            em.createNativeQuery(
                    "select count(*), count(*) filter (where security_alert_held(a)),"
                        + " (select min(first_at) from security_alert where tenant_id = ?1)"
                        + EXPIRED)
                .setParameter(1, tenant.id().value())
                .setParameter(2, Timestamp.from(before))
                .getSingleResult());
  }

  @Override
  public RemovedRows remove(TenantRef tenant, UUID after, Instant before, int most) {
    return RemovedRows.of(
        (Object[])
            em.createNativeQuery(
                    "with gone as (delete from security_alert where tenant_id = ?1 and id in (select id"
                        + EXPIRED
                        + " and id > ?4 and not security_alert_held(a) order by id limit ?3) returning id)"
                        + " select count(*), (array_agg(id order by id desc))[1] from gone")
                .setParameter(1, tenant.id().value())
                .setParameter(2, Timestamp.from(before))
                .setParameter(3, most)
                .setParameter(4, after)
                .getSingleResult());
  }
}
