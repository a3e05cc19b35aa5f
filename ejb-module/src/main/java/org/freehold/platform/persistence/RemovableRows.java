package org.freehold.platform.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.freehold.platform.RemovedRows;
import org.freehold.platform.RetainedRows;
import org.freehold.platform.TenantRef;

/**
 * Rows of a table that are old at a moment and go one by one, unless a hold covers them. The parts
 * are SQL.
 *
 * @param table has the columns {@code tenant_id} and {@code id}
 * @param begun the column of when a row began
 * @param old whether a row is old at the moment {@code ?2}
 * @param held whether a hold covers a row, by the functions of the schema
 */
public record RemovableRows(String table, String begun, String old, String held) {
  public RetainedRows count(EntityManager em, TenantRef tenant, Instant before) {
    String sql =
        "select count(*), count(*) filter (where %s), (select min(%s) from %s where tenant_id = ?1)"
            .formatted(held, begun, table);
    return RetainedRows.of((Object[]) query(em, sql + from(), tenant, before).getSingleResult());
  }

  /** In the order of their ids behind {@code after}, at most so many. */
  public RemovedRows remove(
      EntityManager em, TenantRef tenant, UUID after, Instant before, int most) {
    String sql =
        "with gone as (delete from %s where tenant_id = ?1 and id in (select id%s and id > ?4"
                .formatted(table, from())
            + " and not %s order by id limit ?3) returning id)".formatted(held)
            + " select count(*), (array_agg(id order by id desc))[1] from gone";
    return RemovedRows.of(
        (Object[])
            query(em, sql, tenant, before)
                .setParameter(3, most)
                .setParameter(4, after)
                .getSingleResult());
  }

  private String from() {
    return " from %s where tenant_id = ?1 and %s".formatted(table, old);
  }

  private static Query query(EntityManager em, String sql, TenantRef tenant, Instant before) {
    return em.createNativeQuery(sql)
        .setParameter(1, tenant.id().value())
        .setParameter(2, Timestamp.from(before));
  }
}
