package org.freehold.tenancy.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.freehold.platform.TeamId;
import org.freehold.platform.TenantId;
import org.freehold.platform.UserId;
import org.freehold.platform.WorkspaceId;
import org.freehold.platform.persistence.TenantRowKey;

/** Which of the things that a request names a tenant has. */
@ApplicationScoped
public class ReferenceRepository {
  @PersistenceContext private EntityManager em;

  /** The users among these that are members of the tenant, active or not; one statement. */
  public Set<UserId> users(TenantId tenant, Collection<UserId> candidates) {
    return em.createQuery(
            "select m.userId from Membership m where m.tenantId = :tenant and m.userId in :users",
            UUID.class)
        .setParameter("tenant", tenant.value())
        .setParameter("users", candidates.stream().map(UserId::value).toList())
        .getResultStream()
        .map(UserId::new)
        .collect(Collectors.toSet());
  }

  /** The teams among these that the tenant has; one statement. */
  public Set<TeamId> teams(TenantId tenant, Collection<TeamId> candidates) {
    return em.createQuery(
            "select t.id from Team t where t.tenantId = :tenant and t.id in :teams", UUID.class)
        .setParameter("tenant", tenant.value())
        .setParameter("teams", candidates.stream().map(TeamId::value).toList())
        .getResultStream()
        .map(TeamId::new)
        .collect(Collectors.toSet());
  }

  public boolean hasTeam(TenantId tenant, TeamId team) {
    return em.find(Team.class, new TenantRowKey(tenant, team.value())) != null;
  }

  public boolean hasWorkspace(TenantId tenant, WorkspaceId workspace) {
    return em.find(Workspace.class, new TenantRowKey(tenant, workspace.value())) != null;
  }
}
