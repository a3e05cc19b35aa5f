package org.freehold.access.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.freehold.engine.access.RoleDefinition;
import org.freehold.platform.TenantId;
import org.freehold.platform.persistence.TenantRowKey;

/** The roles that tenants made for themselves, and who depends on them. */
@ApplicationScoped
public class RoleRepository {
  @PersistenceContext private EntityManager em;

  public void add(TenantRole role) {
    em.persist(role);
    em.flush();
  }

  public void remove(TenantRole role) {
    em.remove(role);
    em.flush();
  }

  public void flush() {
    em.flush();
  }

  public Optional<TenantRole> byId(TenantId tenant, UUID id) {
    return Optional.ofNullable(em.find(TenantRole.class, new TenantRowKey(tenant, id)));
  }

  public Optional<TenantRole> named(TenantId tenant, String name) {
    return em.createQuery(
            "select r from TenantRole r where r.tenantId = :tenant and r.name = :name",
            TenantRole.class)
        .setParameter("tenant", tenant.value())
        .setParameter("name", name)
        .getResultStream()
        .findFirst();
  }

  public List<TenantRole> all(TenantId tenant) {
    return em.createQuery(
            "select r from TenantRole r where r.tenantId = :tenant order by r.name",
            TenantRole.class)
        .setParameter("tenant", tenant.value())
        .getResultList();
  }

  /**
   * What they give, by column: an entity that the transaction has read before would be as it was
   * then.
   */
  @SuppressWarnings("unchecked")
  public List<RoleDefinition> definitions(TenantId tenant) {
    return em.createQuery(
            "select r.name, r.parents, r.grants, r.denies, r.workspaceId from TenantRole r"
                + " where r.tenantId = :tenant order by r.name",
            Object[].class)
        .setParameter("tenant", tenant.value())
        .getResultStream()
        .map(
            row ->
                new RoleDefinition(
                    (String) row[0],
                    List.of(),
                    (List<String>) row[1],
                    (List<String>) row[2],
                    (List<String>) row[3],
                    (UUID) row[4]))
        .toList();
  }

  /**
   * Until the commit nobody else changes a role, gives or takes one in this tenant, so that what
   * was checked stays true. Taken before any row is changed.
   */
  public void lock(TenantId tenant) {
    em.createNativeQuery("select pg_advisory_xact_lock(hashtextextended(?1, 18))")
        .setParameter(1, "roles:" + tenant.value())
        .getSingleResult();
  }
}
