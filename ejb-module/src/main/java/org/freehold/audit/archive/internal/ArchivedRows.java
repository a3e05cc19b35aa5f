package org.freehold.audit.archive.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.freehold.audit.archive.ExpiredMonth;
import org.freehold.audit.archive.PlaceRange;
import org.freehold.audit.archive.TrailSegment;
import org.freehold.audit.internal.AuditEventReader;
import org.freehold.platform.TenantRef;

/** The rows of the trail that may go, in the running transaction of the tenant. */
@ApplicationScoped
public class ArchivedRows {
  /** What is read at once; the rest is divided when these are certified. */
  private static final int MOST_RANGES = 100_000;

  /**
   * By the id, as partitions are and as is removed: what is recorded a moment later is not meant.
   */
  private static final String MONTH =
      "cast(date_trunc('month', to_timestamp(cast(cast('x' || translate(substr(cast(e.id as text), 1, 13), '-', '')"
          + " as bit(48)) as bigint) / 1000.0) at time zone 'UTC') as date)";

  private static final String HELD =
      "exists (select from legal_hold h where h.tenant_id = ?1 and h.released_at is null) and audit_event_held(e)";

  /** All ranges are put together once, and a place is looked up among them by halving. */
  private static final String CERTIFIED =
      "coalesce(l.position <@ (select range_agg(int8range(r.first_place, r.behind))"
          + " from audit_removed r where r.tenant_id = ?1), false)";

  /** Places without a gap have the same distance from their number in the order. */
  private static final String RANGES =
      "select min(p.position), max(p.position) + 1 from (select l.position,"
          + " l.position - row_number() over (order by l.position) as island"
          + " from audit_event e join audit_leaf l on l.tenant_id = e.tenant_id"
          + " and l.event_id = e.id where e.tenant_id = ?1 and e.id >= cast(?2 as uuid)"
          + " and e.id < cast(?3 as uuid) and not "
          + CERTIFIED
          + " and not ("
          + HELD
          + ")) p group by p.island order by 1";

  @PersistenceContext private EntityManager em;

  @SuppressWarnings("unchecked")
  public List<ExpiredMonth> months(TenantRef tenant, Instant before) {
    List<Object[]> rows =
        em.createNativeQuery(
                "select "
                    + MONTH
                    + ", count(*),"
                    + " count(*) filter (where "
                    + HELD
                    + ") from audit_event e"
                    + " where e.tenant_id = ?1 and e.id < cast(?2 as uuid) group by 1 order by 1")
            .setParameter(1, tenant.id().value())
            .setParameter(2, AuditEventReader.firstId(before).toString())
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new ExpiredMonth(
                    ((java.sql.Date) row[0]).toLocalDate(),
                    ((Number) row[1]).longValue(),
                    ((Number) row[2]).longValue()))
        .toList();
  }

  /** The first hundred thousand ranges of them at most. */
  @SuppressWarnings("unchecked")
  public List<TrailSegment> segments(TenantRef tenant, LocalDate month) {
    List<Object[]> ranges =
        em.createNativeQuery(RANGES + " limit " + MOST_RANGES)
            .setParameter(1, tenant.id().value())
            .setParameter(2, first(month))
            .setParameter(3, first(month.plusMonths(1)))
            .getResultList();
    return Segments.of(
        ranges.stream()
            .map(
                row -> new PlaceRange(((Number) row[0]).longValue(), ((Number) row[1]).longValue()))
            .toList());
  }

  /** Twice does no harm. An IllegalStateException when the event is not there or has no place. */
  public void keepCertificate(TenantRef tenant, UUID archive, List<PlaceRange> places) {
    PlaceRange first = places.get(0);
    boolean kept =
        !em.createNativeQuery(
                "select 1 from audit_removed where tenant_id = ?1 and first_place = ?2 and behind = ?3")
            .setParameter(1, tenant.id().value())
            .setParameter(2, first.begin())
            .setParameter(3, first.end())
            .getResultList()
            .isEmpty();
    if (kept) {
      return;
    }
    List<?> events =
        em.createNativeQuery(
                "select cast(e.id as text) from audit_event e join audit_leaf l on l.tenant_id = e.tenant_id"
                    + " and l.event_id = e.id where e.tenant_id = ?1 and e.action = 'retention.certified'"
                    + " and e.success and e.resource_id = ?2 order by e.id limit 1")
            .setParameter(1, tenant.id().value())
            .setParameter(2, archive)
            .getResultList();
    if (events.isEmpty()) {
      throw new IllegalStateException("The certificate of archive " + archive + " is not sealed");
    }
    em.createNativeQuery(
            "insert into audit_certificate (tenant_id, event_id, leaf) select tenant_id, id, leaf from audit_event"
                + " where tenant_id = ?1 and id = cast(?2 as uuid) on conflict do nothing")
        .setParameter(1, tenant.id().value())
        .setParameter(2, events.get(0).toString())
        .executeUpdate();
    for (PlaceRange range : places) {
      em.createNativeQuery(
              "insert into audit_removed (tenant_id, first_place, behind, event_id)"
                  + " values (?1, ?2, ?3, cast(?4 as uuid)) on conflict do nothing")
          .setParameter(1, tenant.id().value())
          .setParameter(2, range.begin())
          .setParameter(3, range.end())
          .setParameter(4, events.get(0).toString())
          .executeUpdate();
    }
  }

  public int remove(TenantRef tenant, LocalDate month, int most) {
    Object removed =
        em.createNativeQuery(
                "select remove_certified_events(cast(?1 as uuid), cast(?2 as uuid), ?3)")
            .setParameter(1, first(month))
            .setParameter(2, first(month.plusMonths(1)))
            .setParameter(3, most)
            .getSingleResult();
    return ((Number) removed).intValue();
  }

  private static String first(LocalDate day) {
    return AuditEventReader.firstId(day.atStartOfDay(ZoneOffset.UTC).toInstant()).toString();
  }
}
