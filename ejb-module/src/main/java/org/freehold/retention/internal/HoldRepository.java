package org.freehold.retention.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freehold.platform.LegalHolds;
import org.freehold.platform.Page;
import org.freehold.platform.TenantId;
import org.freehold.platform.persistence.ListQuery;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.persistence.Sort;
import org.freehold.platform.persistence.TenantRowKey;
import org.freehold.retention.LegalHoldDetails;
import org.freehold.retention.LegalHoldId;

/** The holds of one tenant. */
@ApplicationScoped
public class HoldRepository {
  private static final List<String> NEWEST_FIRST = List.of("-placed_at");

  @PersistenceContext private EntityManager em;

  /** Waits until every transaction that deletes has ended; those that come later see the hold. */
  public void add(TenantId tenant, LegalHold hold) {
    lock(tenant, "pg_advisory_xact_lock");
    em.persist(hold);
    em.flush();
  }

  /** Until the running transaction ends nobody places a hold. */
  public void stand(TenantId tenant) {
    lock(tenant, "pg_advisory_xact_lock_shared");
  }

  private void lock(TenantId tenant, String how) {
    em.createNativeQuery(
            "select 1 from (select " + how + "(hashtextextended('holds:' || ?1, 0))) as waited")
        .setParameter(1, tenant.value().toString())
        .getResultList();
  }

  public void flush() {
    em.flush();
  }

  public Optional<LegalHold> byId(TenantId tenant, LegalHoldId id) {
    return Optional.ofNullable(em.find(LegalHold.class, new TenantRowKey(tenant, id.value())));
  }

  public long countActive(TenantId tenant) {
    return em.createQuery(
            "select count(h.id) from LegalHold h where h.tenantId = :tenant and h.releasedAt is null",
            Long.class)
        .setParameter("tenant", tenant.value())
        .getSingleResult();
  }

  /** One that covers it, as the function {@code held} of the schema says it. */
  Optional<LegalHold> covering(TenantId tenant, LegalHolds.Doomed doomed) {
    boolean everything = doomed.dataClass() == null;
    String limits =
        everything
            ? ""
            : " and (h.dataClass is null or h.dataClass = :class)"
                + " and (h.personId is null or h.personId = :person)"
                + " and (h.projectId is null or h.projectId = :project)"
                + " and (h.from is null or h.from <= :at) and (h.until is null or h.until > :at)";
    var query =
        em.createQuery(
                "select h from LegalHold h where h.tenantId = :tenant and h.releasedAt is null"
                    + limits
                    + " order by h.placedAt, h.id",
                LegalHold.class)
            .setParameter("tenant", tenant.value());
    if (!everything) {
      query
          .setParameter("class", doomed.dataClass())
          .setParameter("person", doomed.person())
          .setParameter("project", doomed.project())
          .setParameter("at", doomed.at());
    }
    return query.setMaxResults(1).getResultStream().findFirst();
  }

  /** {@code active} null: all. */
  public Page<LegalHoldDetails> list(TenantId tenant, Boolean active, PageRequest page) {
    ListQuery<LegalHold> query =
        new ListQuery<>(
                LegalHold.class, "select h from LegalHold h", "h.id", hold -> hold.id().value())
            .where("h.tenantId = :tenant", "tenant", tenant.value());
    if (active != null) {
      query.where("h.releasedAt is " + (active ? "null" : "not null"), Map.of());
    }
    return query.page(
        em,
        page,
        Sort.of(page.sort(), NEWEST_FIRST),
        new ListQuery.Column<>("h.placedAt", Instant::parse, LegalHold::placedAt),
        LegalHold::details);
  }
}
