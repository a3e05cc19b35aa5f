package org.freehold.flags.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.freehold.flags.FlagDetails;
import org.freehold.flags.FlagFilter;
import org.freehold.platform.Page;
import org.freehold.platform.TenantId;
import org.freehold.platform.persistence.ListQuery;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.persistence.Sort;
import org.freehold.platform.persistence.TenantRowKey;

/** The flags of one tenant. */
@ApplicationScoped
public class FlagRepository {
  private static final List<String> SORTS = List.of("key", "-updated_at");

  @PersistenceContext private EntityManager em;

  /**
   * Until the transaction ends nobody else changes flags or segments of the tenant: what they need
   * of each other is looked at before it is written.
   */
  public void lock(TenantId tenant) {
    em.createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtext(?1))) as held")
        .setParameter(1, "flags:" + tenant.value())
        .getResultList();
  }

  public void add(Flag flag) {
    em.persist(flag);
    em.flush();
  }

  public void remove(Flag flag) {
    em.remove(flag);
    em.flush();
  }

  public void flush() {
    em.flush();
  }

  public Optional<Flag> byKey(TenantId tenant, String key) {
    return em.createQuery(
            "select f from Flag f where f.tenantId = :tenant and f.key = :key", Flag.class)
        .setParameter("tenant", tenant.value())
        .setParameter("key", key)
        .getResultStream()
        .findFirst();
  }

  public Optional<Flag> byId(TenantId tenant, UUID id) {
    return Optional.ofNullable(em.find(Flag.class, new TenantRowKey(tenant, id)));
  }

  public List<Flag> all(TenantId tenant) {
    return em.createQuery(
            "select f from Flag f where f.tenantId = :tenant order by f.key", Flag.class)
        .setParameter("tenant", tenant.value())
        .getResultList();
  }

  /** As the database writes them, in the order of their keys: for whom entities may be outdated. */
  @SuppressWarnings("unchecked")
  List<String> documents(TenantId tenant) {
    Query query =
        em.createNativeQuery(
            "select document::text from flag where tenant_id = ?1 order by key collate \"C\"");
    return query.setParameter(1, tenant.value()).getResultList();
  }

  public Page<FlagDetails> list(TenantId tenant, FlagFilter filter, PageRequest page) {
    Sort sort = Sort.of(page.sort(), SORTS);
    return new ListQuery<>(Flag.class, "select f from Flag f", "f.id", Flag::id)
        .where("f.tenantId = :tenant", "tenant", tenant.value())
        .whereGiven("f.type = :type", "type", filter.type())
        .whereGiven("f.enabled = :enabled", "enabled", filter.enabled())
        .page(em, page, sort, column(sort.field()), Flag::details);
  }

  private static ListQuery.Column<Flag> column(String field) {
    return field.equals("key")
        ? new ListQuery.Column<>("f.key", text -> text, Flag::key)
        : new ListQuery.Column<>("f.updatedAt", Instant::parse, Flag::updatedAt);
  }
}
