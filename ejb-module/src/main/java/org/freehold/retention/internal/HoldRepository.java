package org.freehold.retention.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.freehold.platform.HoldScope;
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

  /** The first one placed that covers it, whose class tells these scopes. */
  Optional<LegalHold> covering(TenantId tenant, LegalHolds.Doomed doomed, Set<HoldScope> scopes) {
    Object found =
        em.createNativeQuery(
                "select cast(covering_hold(?1, cast(string_to_array(nullif(?2, '*'), ',') as uuid[]),"
                    + " cast(string_to_array(nullif(?3, '*'), ',') as uuid[]),"
                    + " cast(?4 as timestamptz), cast(?5 as timestamptz)) as text)")
            .setParameter(1, doomed.dataClass())
            .setParameter(2, told(scopes, HoldScope.PERSON, doomed.person()))
            .setParameter(3, told(scopes, HoldScope.PROJECT, doomed.project()))
            .setParameter(4, doomed.first().toString())
            .setParameter(5, doomed.last().toString())
            .getSingleResult();
    return found == null
        ? Optional.empty()
        : byId(tenant, new LegalHoldId(UUID.fromString(found.toString())));
  }

  /** A star where the class does not tell, nothing where it tells of none. */
  private static String told(Set<HoldScope> scopes, HoldScope scope, UUID id) {
    if (!scopes.contains(scope)) {
      return "*";
    }
    return id == null ? "" : id.toString();
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
