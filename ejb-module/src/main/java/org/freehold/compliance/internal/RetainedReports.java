package org.freehold.compliance.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.freehold.platform.RemovableData;
import org.freehold.platform.RemovedRows;
import org.freehold.platform.RetainedRows;
import org.freehold.platform.RetentionClass;
import org.freehold.platform.TenantRef;
import org.freehold.platform.persistence.RemovableRows;

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
          Set.of());

  private static final RemovableRows ROWS =
      new RemovableRows(
          "compliance_report",
          "created_at",
          "coalesce(completed_at, created_at) < ?2",
          "held('compliance_reports', null, null, created_at, coalesce(completed_at, created_at))");

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
