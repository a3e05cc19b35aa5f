package org.freehold.retention.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.freehold.files.FileId;
import org.freehold.files.KeepsContents;
import org.freehold.platform.Page;
import org.freehold.platform.TenantId;
import org.freehold.platform.persistence.ListQuery;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.persistence.Sort;
import org.freehold.platform.persistence.TenantRowKey;
import org.freehold.retention.RetentionArchiveDetails;
import org.freehold.retention.RetentionArchiveId;
import org.freehold.retention.RetentionPlanId;

/** The archives of one tenant. */
@ApplicationScoped
public class ArchiveRepository implements KeepsContents {
  private static final List<String> NEWEST_FIRST = List.of("-created_at");

  @PersistenceContext private EntityManager em;

  public void add(TenantId tenant, RetentionArchive archive) {
    em.persist(archive);
  }

  public void flush() {
    em.flush();
  }

  public Optional<RetentionArchive> byId(TenantId tenant, RetentionArchiveId id) {
    return Optional.ofNullable(
        em.find(RetentionArchive.class, new TenantRowKey(tenant, id.value())));
  }

  public List<RetentionArchive> of(TenantId tenant, RetentionPlanId plan) {
    return em.createQuery(
            "select a from RetentionArchive a where a.tenantId = :tenant and a.planId = :plan"
                + " order by a.firstPlace",
            RetentionArchive.class)
        .setParameter("tenant", tenant.value())
        .setParameter("plan", plan.value())
        .getResultList();
  }

  /** What was planned by a run that did not come to it: places may be others by now. */
  public void forgetPlanned(TenantId tenant, RetentionPlanId plan) {
    em.createQuery(
            "delete from RetentionArchive a where a.tenantId = :tenant and a.planId = :plan"
                + " and a.status = 'planned'")
        .setParameter("tenant", tenant.value())
        .setParameter("plan", plan.value())
        .executeUpdate();
  }

  /** {@code plan} null: of all. Those whose events are certified. */
  public Page<RetentionArchiveDetails> list(
      TenantId tenant, RetentionPlanId plan, PageRequest page) {
    return new ListQuery<>(
            RetentionArchive.class,
            "select a from RetentionArchive a",
            "a.id",
            archive -> archive.id().value())
        .where("a.tenantId = :tenant", "tenant", tenant.value())
        .where("a.status = :status", "status", "certified")
        .whereGiven("a.planId = :plan", "plan", plan == null ? null : plan.value())
        .page(
            em,
            page,
            Sort.of(page.sort(), NEWEST_FIRST),
            new ListQuery.Column<>("a.createdAt", Instant::parse, RetentionArchive::createdAt),
            RetentionArchive::details);
  }

  @Override
  public Set<FileId> kept(TenantId tenant, Collection<FileId> candidates) {
    if (candidates.isEmpty()) {
      return Set.of();
    }
    List<UUID> known =
        em.createQuery(
                "select a.fileId from RetentionArchive a where a.tenantId = :tenant"
                    + " and a.fileId in :ids",
                UUID.class)
            .setParameter("tenant", tenant.value())
            .setParameter("ids", candidates.stream().map(FileId::value).toList())
            .getResultList();
    Set<FileId> kept = new HashSet<>();
    known.forEach(id -> kept.add(new FileId(id)));
    return kept;
  }
}
