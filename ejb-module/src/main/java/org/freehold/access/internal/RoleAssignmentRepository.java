package org.freehold.access.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.freehold.access.RoleAssignmentDetails;
import org.freehold.access.RoleAssignmentFields;
import org.freehold.access.RoleAssignmentFilter;
import org.freehold.access.RoleAssignmentId;
import org.freehold.platform.Page;
import org.freehold.platform.TeamId;
import org.freehold.platform.TenantId;
import org.freehold.platform.UserId;
import org.freehold.platform.persistence.ListQuery;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.persistence.Sort;
import org.freehold.platform.persistence.TenantRowKey;

/** Who was given which role beside the one that every user has. */
@ApplicationScoped
public class RoleAssignmentRepository {
  private static final List<String> SORTS = List.of("-created_at", "created_at");
  private static final ListQuery.Column<RoleAssignment> CREATED =
      new ListQuery.Column<>("a.createdAt", Instant::parse, RoleAssignment::createdAt);

  @PersistenceContext private EntityManager em;

  public void add(RoleAssignment assignment) {
    em.persist(assignment);
    em.flush();
  }

  public void remove(RoleAssignment assignment) {
    em.remove(assignment);
    em.flush();
  }

  public Optional<RoleAssignment> byId(TenantId tenant, RoleAssignmentId id) {
    return Optional.ofNullable(em.find(RoleAssignment.class, new TenantRowKey(tenant, id.value())));
  }

  public Page<RoleAssignmentDetails> list(
      TenantId tenant, RoleAssignmentFilter filter, PageRequest page) {
    return query(tenant, filter)
        .page(em, page, Sort.of(page.sort(), SORTS), CREATED, RoleAssignment::details);
  }

  private static ListQuery<RoleAssignment> query(TenantId tenant, RoleAssignmentFilter filter) {
    return new ListQuery<>(
            RoleAssignment.class, "select a from RoleAssignment a", "a.id", a -> a.id().value())
        .where("a.tenantId = :tenant", "tenant", tenant.value())
        .whereGiven("a.role = :role", "role", filter.role())
        .whereGiven(
            "a.userId = :user", "user", filter.userId() == null ? null : filter.userId().value())
        .whereGiven(
            "a.teamId = :team", "team", filter.teamId() == null ? null : filter.teamId().value())
        .whereGiven("a.apiKeyId = :key", "key", filter.apiKeyId())
        .whereGiven(
            "a.workspaceId = :workspace",
            "workspace",
            filter.workspaceId() == null ? null : filter.workspaceId().value());
  }

  /** Those of the holder whose time is not over. */
  public List<RoleAssignment> ofHolder(TenantId tenant, RoleAssignmentFields fields, Instant now) {
    if (fields.userId() != null) {
      return ofUser(tenant, fields.userId(), now);
    }
    return fields.teamId() != null
        ? ofTeam(tenant, fields.teamId(), now)
        : of(tenant, "apiKeyId", fields.apiKeyId(), now);
  }

  public List<RoleAssignment> ofUser(TenantId tenant, UserId user, Instant now) {
    return of(tenant, "userId", user.value(), now);
  }

  public List<RoleAssignment> ofTeam(TenantId tenant, TeamId team, Instant now) {
    return of(tenant, "teamId", team.value(), now);
  }

  private List<RoleAssignment> of(TenantId tenant, String column, Object holder, Instant now) {
    return em.createQuery(
            "select a from RoleAssignment a where a.tenantId = :tenant and a."
                + column
                + " = :holder and (a.expiresAt is null or a.expiresAt > :now)",
            RoleAssignment.class)
        .setParameter("tenant", tenant.value())
        .setParameter("holder", holder)
        .setParameter("now", now)
        .getResultList();
  }

  /** All that name the role. */
  public void removeOf(TenantId tenant, String role) {
    em.createQuery("delete from RoleAssignment a where a.tenantId = :tenant and a.role = :role")
        .setParameter("tenant", tenant.value())
        .setParameter("role", role)
        .executeUpdate();
  }
}
