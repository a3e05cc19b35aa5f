package org.freehold.tenancy.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.freehold.platform.MeteredThings;
import org.freehold.platform.Page;
import org.freehold.platform.TenantId;
import org.freehold.platform.UserId;
import org.freehold.platform.persistence.LikePattern;
import org.freehold.platform.persistence.ListQuery;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.persistence.Sort;
import org.freehold.tenancy.PeopleFigures;
import org.freehold.tenancy.UserDetails;
import org.freehold.tenancy.UserFilter;

/** Memberships of one tenant, the people behind them, and the directory of who belongs where. */
@ApplicationScoped
public class MembershipRepository {
  private static final List<String> SORTS = List.of("created_at", "email", "-created_at", "-email");

  @PersistenceContext private EntityManager em;

  public void add(TenantId tenant, Membership membership) {
    em.persist(membership);
    em.flush();
    enlist(tenant, membership);
  }

  public void flush() {
    em.flush();
  }

  public Optional<Membership> byUser(TenantId tenant, UserId user) {
    return em.createQuery(
            "select m from Membership m where m.tenantId = :tenant and m.userId = :user",
            Membership.class)
        .setParameter("tenant", tenant.value())
        .setParameter("user", user.value())
        .getResultStream()
        .findFirst();
  }

  long countActive(TenantId tenant) {
    return em.createQuery(
            "select count(m.userId) from Membership m where m.tenantId = :tenant and m.active = true",
            Long.class)
        .setParameter("tenant", tenant.value())
        .getSingleResult();
  }

  /** Those of {@link #countActive} who came last, newest first. */
  List<MeteredThings.Named> latestActive(TenantId tenant, int most) {
    return em.createQuery(
            "select m.userId, m.name from Membership m where m.tenantId = :tenant and m.active = true"
                + " order by m.createdAt desc, m.userId desc",
            Object[].class)
        .setParameter("tenant", tenant.value())
        .setMaxResults(most)
        .getResultStream()
        .map(row -> new MeteredThings.Named((UUID) row[0], (String) row[1]))
        .toList();
  }

  public long activeHoldersOf(TenantId tenant, String role) {
    return em.createQuery(
            "select count(m.userId) from Membership m"
                + " where m.tenantId = :tenant and m.role = :role and m.active = true",
            Long.class)
        .setParameter("tenant", tenant.value())
        .setParameter("role", role)
        .getSingleResult();
  }

  /** Users, active users and teams in one statement. */
  public PeopleFigures figures(TenantId tenant) {
    Object[] row =
        em.createQuery(
                "select count(m.userId), sum(case when m.active = true then 1 else 0 end),"
                    + " (select count(t.id) from Team t where t.tenantId = :tenant)"
                    + " from Membership m where m.tenantId = :tenant",
                Object[].class)
            .setParameter("tenant", tenant.value())
            .getSingleResult();
    return new PeopleFigures((Long) row[0], number(row[1]), number(row[2]));
  }

  /** Serialises what counts administrators, so that two cannot demote each other at once. */
  public void lockTenantRoles(TenantId tenant) {
    em.createNativeQuery("select pg_advisory_xact_lock(hashtextextended(?1, 17))")
        .setParameter(1, "administrators:" + tenant.value())
        .getSingleResult();
  }

  /** Keeps the directory of a person's tenants in step with the membership. */
  public void enlist(TenantId tenant, Membership membership) {
    String sql =
        membership.active()
            ? "insert into control.user_tenant (user_id, tenant_id) values (?1, ?2) on conflict do nothing"
            : "delete from control.user_tenant where user_id = ?1 and tenant_id = ?2";
    em.createNativeQuery(sql)
        .setParameter(1, membership.userId().value())
        .setParameter(2, tenant.value())
        .executeUpdate();
  }

  public Page<UserDetails> list(TenantId tenant, UserFilter filter, PageRequest page) {
    Sort sort = Sort.of(page.sort(), SORTS);
    ListQuery.Column<Membership> column =
        sort.field().equals("email")
            ? new ListQuery.Column<>("m.email", text -> text, Membership::email)
            : new ListQuery.Column<>("m.createdAt", Instant::parse, Membership::createdAt);
    return new ListQuery<>(
            Membership.class, "select m from Membership m", "m.userId", m -> m.userId().value())
        .where("m.tenantId = :tenant", "tenant", tenant.value())
        .whereGiven("m.role = :role", "role", filter.role())
        .whereGiven("m.department = :department", "department", filter.department())
        .whereGiven("m.active = :active", "active", filter.isActive())
        .whereGiven("m.email = :email", "email", filter.email())
        .whereGiven(
            "(lower(m.name) like :q escape '!' or m.email like :q escape '!')",
            "q",
            LikePattern.containing(filter.q()))
        .page(em, page, sort, column, Membership::details);
  }

  private static long number(Object sum) {
    return sum == null ? 0 : ((Number) sum).longValue();
  }
}
