package org.freehold.audit.archive.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.freehold.audit.archive.MonthDrop;
import org.freehold.platform.TenantId;

/** The tables of months, through functions of their owner. */
@ApplicationScoped
public class MonthTables {
  private static final String PAST =
      "select p.month from (select to_date(right(c.relname, 6), 'YYYYMM') as month from pg_catalog.pg_inherits i"
          + " join pg_catalog.pg_class c on c.oid = i.inhrelid where i.inhparent = cast('audit_event' as regclass)"
          + " and c.relname ~ '^audit_event_[0-9]{6}$') p"
          + " where p.month + interval '1 month' <= now() at time zone 'UTC' - interval '365 days' order by 1";

  @PersistenceContext private EntityManager em;

  public int makeComing() {
    return ((Number) em.createNativeQuery("select make_audit_months()").getSingleResult())
        .intValue();
  }

  @SuppressWarnings("unchecked")
  public List<LocalDate> past() {
    List<java.sql.Date> months = em.createNativeQuery(PAST).getResultList();
    return months.stream().map(java.sql.Date::toLocalDate).toList();
  }

  public MonthDrop drop(LocalDate month, Collection<TenantId> agreed) {
    Object[] row =
        (Object[])
            em.createNativeQuery(
                    "select outcome, events, tenants, locked_ms"
                        + " from drop_certified_month(cast(?1 as date), cast(?2 as uuid[]))")
                .setParameter(1, month.toString())
                .setParameter(
                    2,
                    agreed.stream()
                        .map(tenant -> tenant.value().toString())
                        .collect(Collectors.joining(",", "{", "}")))
                .getSingleResult();
    return new MonthDrop(
        MonthDrop.Outcome.valueOf(row[0].toString().toUpperCase(Locale.ROOT)),
        ((Number) row[1]).longValue(),
        ((Number) row[2]).intValue(),
        ((Number) row[3]).intValue());
  }
}
