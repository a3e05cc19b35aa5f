package org.freehold.audit.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.freehold.platform.HoldScope;
import org.freehold.platform.RetainedData;
import org.freehold.platform.RetainedRows;
import org.freehold.platform.RetentionClass;
import org.freehold.platform.TenantRef;
import org.freehold.platform.Uuid7;

/** The trail as data that expires: a whole month of UTC at a time, and never without an archive. */
@ApplicationScoped
public class RetainedTrail implements RetainedData {
  /** The name of the class. */
  public static final String NAME = "audit_events";

  private static final int SIX_YEARS = 2192;

  private static final RetentionClass CLASS =
      new RetentionClass(
          NAME,
          "The audit trail: events and what they disclose. The tree and its proofs stay for ever.",
          RetentionClass.SEVEN_YEARS,
          365,
          RetentionClass.HUNDRED_YEARS,
          true,
          "audit_retention_days",
          List.of(
              new RetentionClass.Advice(
                  SIX_YEARS,
                  "HIPAA asks that records of actions are kept for six years (45 CFR"
                      + " 164.316(b)(2)(i)).")),
          Set.of(HoldScope.PERSON, HoldScope.PROJECT));

  @PersistenceContext private EntityManager em;

  @Override
  public RetentionClass retentionClass() {
    return CLASS;
  }

  @Override
  public Instant boundary(Instant since) {
    LocalDate first = LocalDate.ofInstant(since, ZoneOffset.UTC).withDayOfMonth(1);
    return first.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  @Override
  public RetainedRows expired(TenantRef tenant, Instant before) {
    Object[] row =
        (Object[])
            em.createNativeQuery(
                    "select count(*), count(*) filter (where exists (select from legal_hold h"
                        + " where h.tenant_id = ?1 and h.released_at is null) and audit_event_held(e)),"
                        + " (select cast(o.id as text) from audit_event o where o.tenant_id = ?1"
                        + " order by o.id limit 1)"
                        + " from audit_event e where e.tenant_id = ?1 and e.id < cast(?2 as uuid)")
                .setParameter(1, tenant.id().value())
                .setParameter(2, AuditEventReader.firstId(before).toString())
                .getSingleResult();
    String oldest = (String) row[2];
    return new RetainedRows(
        ((Number) row[0]).longValue(),
        ((Number) row[1]).longValue(),
        oldest == null ? null : Uuid7.time(UUID.fromString(oldest)));
  }
}
