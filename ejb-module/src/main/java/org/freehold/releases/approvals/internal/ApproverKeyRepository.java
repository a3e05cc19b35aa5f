package org.freehold.releases.approvals.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.freehold.platform.Page;
import org.freehold.platform.TenantId;
import org.freehold.platform.UserId;
import org.freehold.platform.persistence.ListQuery;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.persistence.Sort;
import org.freehold.platform.persistence.TenantRowKey;
import org.freehold.releases.approvals.ApproverKeyDetails;
import org.freehold.releases.approvals.ApproverKeyId;

/** The keys that members of one tenant registered. */
@ApplicationScoped
public class ApproverKeyRepository {
  private static final List<String> SORTS = List.of("-created_at");

  @PersistenceContext private EntityManager em;

  public void add(ApproverKey key) {
    em.persist(key);
    em.flush();
  }

  public void flush() {
    em.flush();
  }

  public Optional<ApproverKey> byId(TenantId tenant, ApproverKeyId id) {
    return Optional.ofNullable(em.find(ApproverKey.class, new TenantRowKey(tenant, id.value())));
  }

  /** Whoever registered it, revoked or not. */
  public boolean isKnown(TenantId tenant, String keyId) {
    return !em.createQuery(
            "select k.id from ApproverKey k where k.tenantId = :tenant and k.keyId = :key")
        .setParameter("tenant", tenant.value())
        .setParameter("key", keyId)
        .getResultList()
        .isEmpty();
  }

  /** Those that the member may sign with. */
  public List<ApproverKey> active(TenantId tenant, UserId owner) {
    return em.createQuery(
            "select k from ApproverKey k where k.tenantId = :tenant and k.userId = :owner"
                + " and k.revokedAt is null order by k.createdAt desc, k.id desc",
            ApproverKey.class)
        .setParameter("tenant", tenant.value())
        .setParameter("owner", owner.value())
        .getResultList();
  }

  public Page<ApproverKeyDetails> list(TenantId tenant, UserId owner, PageRequest page) {
    Sort sort = Sort.of(page.sort(), SORTS);
    return new ListQuery<>(
            ApproverKey.class, "select k from ApproverKey k", "k.id", k -> k.id().value())
        .where("k.tenantId = :tenant", "tenant", tenant.value())
        .whereGiven("k.userId = :owner", "owner", owner == null ? null : owner.value())
        .page(
            em,
            page,
            sort,
            new ListQuery.Column<>("k.createdAt", Instant::parse, ApproverKey::createdAt),
            ApproverKey::details);
  }
}
