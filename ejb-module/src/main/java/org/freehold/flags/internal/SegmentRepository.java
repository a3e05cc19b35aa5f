package org.freehold.flags.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;
import org.freehold.flags.SegmentDetails;
import org.freehold.platform.Page;
import org.freehold.platform.TenantId;
import org.freehold.platform.persistence.ListQuery;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.persistence.Sort;

/** The segments of one tenant. */
@ApplicationScoped
public class SegmentRepository {
  @PersistenceContext private EntityManager em;

  public void add(FlagSegment segment) {
    em.persist(segment);
    em.flush();
  }

  public void remove(FlagSegment segment) {
    em.remove(segment);
    em.flush();
  }

  public void flush() {
    em.flush();
  }

  public Optional<FlagSegment> byKey(TenantId tenant, String key) {
    return em.createQuery(
            "select s from FlagSegment s where s.tenantId = :tenant and s.key = :key",
            FlagSegment.class)
        .setParameter("tenant", tenant.value())
        .setParameter("key", key)
        .getResultStream()
        .findFirst();
  }

  public List<FlagSegment> all(TenantId tenant) {
    return em.createQuery(
            "select s from FlagSegment s where s.tenantId = :tenant order by s.key",
            FlagSegment.class)
        .setParameter("tenant", tenant.value())
        .getResultList();
  }

  /** As the database writes them, in the order of their keys. */
  @SuppressWarnings("unchecked")
  List<String> documents(TenantId tenant) {
    Query query =
        em.createNativeQuery(
            "select document::text from flag_segment where tenant_id = ?1"
                + " order by key collate \"C\"");
    return query.setParameter(1, tenant.value()).getResultList();
  }

  public Page<SegmentDetails> list(TenantId tenant, PageRequest page) {
    Sort sort = Sort.of(page.sort(), List.of("key"));
    return new ListQuery<>(
            FlagSegment.class, "select s from FlagSegment s", "s.id", FlagSegment::id)
        .where("s.tenantId = :tenant", "tenant", tenant.value())
        .page(
            em,
            page,
            sort,
            new ListQuery.Column<>("s.key", text -> text, FlagSegment::key),
            FlagSegment::details);
  }
}
