package org.freehold.limits.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.freehold.platform.Meter;
import org.freehold.platform.TenantId;

/** What is counted of a tenant, and what was announced of it. */
@ApplicationScoped
public class UsageRepository {
  /** How much of a meter was used on a day of UTC. */
  public record DayOfUse(String meter, LocalDate day, long count) {}

  @PersistenceContext private EntityManager em;

  /** Until the transaction ends, nobody else counts these things of the tenant. */
  void lock(TenantId tenant, Meter meter) {
    em.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 23))")
        .setParameter(1, "quota:" + meter.name() + ":" + tenant.value())
        .getSingleResult();
  }

  /** Whether the threshold was not announced in this month before. */
  boolean notice(TenantId tenant, Meter meter, LocalDate month, int threshold, Instant now) {
    return em.createNativeQuery(
                "insert into quota_notice (tenant_id, meter, month, threshold, noted_at)"
                    + " values (?1, ?2, ?3, ?4, ?5) on conflict do nothing")
            .setParameter(1, tenant.value())
            .setParameter(2, meter.name())
            .setParameter(3, Date.valueOf(month))
            .setParameter(4, threshold)
            .setParameter(5, Timestamp.from(now))
            .executeUpdate()
        > 0;
  }

  /** Adds to the row of the day that this shard of nodes writes. */
  void add(TenantId tenant, Meter meter, LocalDate day, int shard, long count) {
    em.createNativeQuery(
            "insert into usage_counter as u (tenant_id, meter, day, shard, used) values (?1, ?2, ?3, ?4, ?5)"
                + " on conflict (tenant_id, meter, day, shard) do update set used = u.used + excluded.used")
        .setParameter(1, tenant.value())
        .setParameter(2, meter.name())
        .setParameter(3, Date.valueOf(day))
        .setParameter(4, shard)
        .setParameter(5, count)
        .executeUpdate();
  }

  /** What happened from that day on, in one statement. */
  public List<DayOfUse> since(TenantId tenant, LocalDate first) {
    List<?> rows =
        em.createNativeQuery(
                "select meter, day, sum(used) from usage_counter where tenant_id = ?1 and day >= ?2"
                    + " group by meter, day")
            .setParameter(1, tenant.value())
            .setParameter(2, Date.valueOf(first))
            .getResultList();
    List<DayOfUse> days = new ArrayList<>();
    for (Object row : rows) {
      Object[] columns = (Object[]) row;
      days.add(
          new DayOfUse(
              (String) columns[0],
              ((Date) columns[1]).toLocalDate(),
              ((Number) columns[2]).longValue()));
    }
    return days;
  }

  /** Forgets days before the first and announcements of months before it; answers how many. */
  public int forget(TenantId tenant, LocalDate first) {
    int days =
        em.createNativeQuery("delete from usage_counter where tenant_id = ?1 and day < ?2")
            .setParameter(1, tenant.value())
            .setParameter(2, Date.valueOf(first))
            .executeUpdate();
    return days
        + em.createNativeQuery("delete from quota_notice where tenant_id = ?1 and month < ?2")
            .setParameter(1, tenant.value())
            .setParameter(2, Date.valueOf(first))
            .executeUpdate();
  }
}
