package org.freehold.compliance.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.freehold.platform.RemovableData;
import org.freehold.platform.RemovedRows;
import org.freehold.platform.RetainedRows;
import org.freehold.platform.RetentionClass;
import org.freehold.platform.TenantRef;

/**
 * Reports that were completed long ago, with their answers; one that never was counts from when it
 * was asked for. Their documents are made of these rows, so nothing is left of them.
 */
@ApplicationScoped
public class RetainedReports implements RemovableData {
  /** The name of the class. */
  public static final String NAME = "compliance_reports";

  private static final RetentionClass CLASS =
      new RetentionClass(
          NAME,
          "Compliance reports with their answers; the trail keeps the hash of their results.",
          RetentionClass.SEVEN_YEARS,
          365,
          RetentionClass.HUNDRED_YEARS,
          false,
          null,
          List.of(),
          Set.of());

  private static final String EXPIRED =
      " from compliance_report where tenant_id = ?1 and coalesce(completed_at, created_at) < ?2";

  private static final String HELD =
      "held('compliance_reports', null, null, created_at, coalesce(completed_at, created_at))";

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
                    "select count(*), count(*) filter (where "
                        + HELD
                        + "), (select min(created_at) from compliance_report where tenant_id = ?1)"
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
                    "with gone as (delete from compliance_report where tenant_id = ?1 and id in (select id"
                        + EXPIRED
                        + " and id > ?4 and not "
                        + HELD
                        + " order by id limit ?3) returning id)"
                        + " select count(*), (array_agg(id order by id desc))[1] from gone")
                .setParameter(1, tenant.id().value())
                .setParameter(2, Timestamp.from(before))
                .setParameter(3, most)
                .setParameter(4, after)
                .getSingleResult());
  }
}
