package org.freehold.market.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.freehold.market.TemplateUseDetails;
import org.freehold.market.TemplateUseId;
import org.freehold.platform.Page;
import org.freehold.platform.TenantId;
import org.freehold.platform.persistence.ListQuery;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.persistence.Sort;
import org.freehold.platform.persistence.TenantRowKey;
import org.freehold.releases.ReleaseId;

/** The uses of templates, in the tenant of the platform. */
@ApplicationScoped
public class TemplateUseRepository {
  @PersistenceContext private EntityManager em;

  public void add(TemplateUse use) {
    em.persist(use);
    em.flush();
  }

  public void add(PreparedVersion prepared) {
    em.persist(prepared);
    em.flush();
  }

  /** What the release will make of a use; empty for one that is no upgrade. */
  public Optional<PreparedVersion> carriedBy(TenantId tenant, ReleaseId release) {
    return Optional.ofNullable(
        em.find(
            PreparedVersion.class,
            new TenantRowKey(tenant, release.value()),
            LockModeType.PESSIMISTIC_WRITE));
  }

  public void flush() {
    em.flush();
  }

  public Optional<TemplateUse> byId(TenantId tenant, TemplateUseId id) {
    return Optional.ofNullable(em.find(TemplateUse.class, new TenantRowKey(tenant, id.value())));
  }

  public Optional<TemplateUse> locked(TenantId tenant, TemplateUseId id) {
    return Optional.ofNullable(
        em.find(
            TemplateUse.class,
            new TenantRowKey(tenant, id.value()),
            LockModeType.PESSIMISTIC_WRITE));
  }

  public Page<TemplateUseDetails> list(TenantId tenant, PageRequest page) {
    Sort sort = Sort.of(page.sort(), List.of("-created_at"));
    return new ListQuery<>(
            TemplateUse.class, "select u from TemplateUse u", "u.id", TemplateUse::rowId)
        .where("u.tenantId = :tenant", "tenant", tenant.value())
        .page(
            em,
            page,
            sort,
            new ListQuery.Column<>("u.createdAt", Instant::parse, TemplateUse::createdAt),
            TemplateUse::details);
  }
}
