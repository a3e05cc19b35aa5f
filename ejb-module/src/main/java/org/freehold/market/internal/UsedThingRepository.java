package org.freehold.market.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.freehold.market.TemplateUseId;
import org.freehold.market.UsedThing;
import org.freehold.platform.TenantId;
import org.freehold.platform.json.WireNames;

/** What uses of templates made in a tenant. */
@ApplicationScoped
public class UsedThingRepository {
  @PersistenceContext private EntityManager em;

  public void add(TenantId tenant, TemplateUseId use, UsedThing thing, Instant now) {
    em.createNativeQuery(
            "insert into template_use_item (tenant_id, use_id, kind, key, thing_id, href, outcome, at)"
                + " values (?1, ?2, ?3, ?4, ?5::uuid, ?6, ?7, ?8)")
        .setParameter(1, tenant.value())
        .setParameter(2, use.value())
        .setParameter(3, thing.kind())
        .setParameter(4, thing.key())
        .setParameter(5, thing.id() == null ? null : thing.id().toString())
        .setParameter(6, thing.href())
        .setParameter(7, WireNames.of(thing.outcome()))
        .setParameter(8, Timestamp.from(now))
        .executeUpdate();
  }

  /** In the order in which they came to be. */
  @SuppressWarnings("unchecked")
  public List<UsedThing> all(TenantId tenant, TemplateUseId use) {
    List<Object[]> rows =
        em.createNativeQuery(
                "select kind, key, thing_id, href, outcome from template_use_item"
                    + " where tenant_id = ?1 and use_id = ?2 order by at, kind, key")
            .setParameter(1, tenant.value())
            .setParameter(2, use.value())
            .getResultList();
    return rows.stream().map(UsedThingRepository::thing).toList();
  }

  public Optional<UsedThing> find(TenantId tenant, TemplateUseId use, String kind, String key) {
    return all(tenant, use).stream()
        .filter(thing -> thing.kind().equals(kind) && thing.key().equals(key))
        .findFirst();
  }

  private static UsedThing thing(Object[] row) {
    return new UsedThing(
        (String) row[0],
        (String) row[1],
        (UUID) row[2],
        (String) row[3],
        WireNames.constant(UsedThing.Outcome.class, (String) row[4]).orElseThrow());
  }
}
