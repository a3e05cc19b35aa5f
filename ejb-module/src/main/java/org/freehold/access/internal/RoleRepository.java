package org.freehold.access.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.freehold.platform.TenantId;

/** The roles that tenants made for themselves, and who depends on them. */
@ApplicationScoped
public class RoleRepository {
  /** Stands for a version that nobody else can see: roles were changed by this transaction. */
  static final long OWN_CHANGES = -1;

  private static final String VERSION =
      "select case when changed_in = pg_current_xact_id_if_assigned() then -1 else roles_version end"
          + " from access_version where tenant_id = ?1";

  /** The roles, as {@code role}, that the user of the membership {@code m} has in the tenant. */
  private static final String HELD =
      "select m.role as role, null::timestamptz as starts, null::timestamptz as ends"
          + " union all select a.role, a.not_before, a.expires_at from role_assignment a"
          + " where a.tenant_id = m.tenant_id and a.workspace_id is null and a.user_id = m.user_id"
          + " union all select a.role, a.not_before, a.expires_at from team_member t"
          + " join role_assignment a on a.tenant_id = t.tenant_id and a.team_id = t.team_id"
          + " where t.tenant_id = m.tenant_id and t.user_id = m.user_id and a.workspace_id is null";

  private static final String ADMINISTRATORS =
      "select count(*) from membership m where m.tenant_id = ?1 and m.active"
          + " and exists (select from ("
          + HELD
          + ") h where h.role = any(string_to_array(?2, ','))"
          + " and (h.starts is null or h.starts <= ?4) and h.ends is null)"
          + " and not exists (select from ("
          + HELD
          + ") h where h.role = any(string_to_array(?3, ',')) and (h.ends is null or h.ends > ?4))";

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

  /** 0 for a tenant that never had a role of its own; {@link #OWN_CHANGES} after own changes. */
  public long version(TenantId tenant) {
    List<?> found = em.createNativeQuery(VERSION).setParameter(1, tenant.value()).getResultList();
    return found.isEmpty() ? 0 : ((Number) found.get(0)).longValue();
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

  /**
   * Active users who hold one of the roles in the whole tenant and without an end, and are denied
   * nothing by one of the others, now or later.
   */
  public long administrators(
      TenantId tenant, Collection<String> roles, Collection<String> denying, Instant now) {
    em.flush();
    Object count =
        em.createNativeQuery(ADMINISTRATORS)
            .setParameter(1, tenant.value())
            .setParameter(2, String.join(",", roles))
            .setParameter(3, String.join(",", denying))
            .setParameter(4, java.sql.Timestamp.from(now))
            .getSingleResult();
    return ((Number) count).longValue();
  }
}
