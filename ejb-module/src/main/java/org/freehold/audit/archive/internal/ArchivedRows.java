package org.freehold.audit.archive.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
  /** What one archive holds: small enough to be read back soon. */
  private static final int MOST_EVENTS = 50_000;

  /** What one certificate names: its leaf has room for so many. */
  private static final int MOST_RANGES = 500;

  /**
   * Places that lie further apart are in archives of their own, since an archive has all between.
   */
  private static final long WIDEST_GAP = 10_000;

  /**
   * By the id, as partitions are and as is removed: what is recorded a moment later is not meant.
   */
  private static final String MONTH =
      "cast(date_trunc('month', to_timestamp(cast(cast('x' || translate(substr(cast(e.id as text), 1, 13), '-', '')"
          + " as bit(48)) as bigint) / 1000.0) at time zone 'UTC') as date)";

  private static final String CERTIFIED =
      "exists (select from audit_removed r where r.tenant_id = l.tenant_id"
          + " and r.first_place <= l.position and l.position < r.behind)";

  @PersistenceContext private EntityManager em;

  @SuppressWarnings("unchecked")
  public List<ExpiredMonth> months(TenantRef tenant, Instant before) {
    List<Object[]> rows =
        em.createNativeQuery(
                "select "
                    + MONTH
                    + ", count(*),"
                    + " count(*) filter (where exists (select from legal_hold h where h.tenant_id = ?1"
                    + " and h.released_at is null) and audit_event_held(e)) from audit_event e"
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

  @SuppressWarnings("unchecked")
  public List<TrailSegment> segments(TenantRef tenant, LocalDate month) {
    List<Number> places =
        em.createNativeQuery(
                "select l.position from audit_event e join audit_leaf l on l.tenant_id = e.tenant_id"
                    + " and l.event_id = e.id where e.tenant_id = ?1 and e.id >= cast(?2 as uuid)"
                    + " and e.id < cast(?3 as uuid) and not "
                    + CERTIFIED
                    + " and not audit_event_held(e) order by l.position")
            .setParameter(1, tenant.id().value())
            .setParameter(2, first(month))
            .setParameter(3, first(month.plusMonths(1)))
            .getResultList();
    List<TrailSegment> segments = new ArrayList<>();
    List<PlaceRange> ranges = new ArrayList<>();
    long events = 0;
    for (Number place : places) {
      long at = place.longValue();
      PlaceRange last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
      boolean goesOn = last != null && last.end() == at;
      boolean full =
          last != null
              && (events >= MOST_EVENTS
                  || at - last.end() > WIDEST_GAP
                  || !goesOn && ranges.size() == MOST_RANGES);
      if (full) {
        segments.add(new TrailSegment(ranges, events));
        ranges = new ArrayList<>();
        events = 0;
      }
      if (goesOn && !full) {
        ranges.set(ranges.size() - 1, new PlaceRange(last.begin(), at + 1));
      } else {
        ranges.add(new PlaceRange(at, at + 1));
      }
      events++;
    }
    if (!ranges.isEmpty()) {
      segments.add(new TrailSegment(ranges, events));
    }
    return segments;
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
