package org.freehold.access.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.UUID;
import org.freehold.platform.Administrators;
import org.freehold.platform.TenantRef;
import org.freehold.platform.UserId;

/** Finds them by the roles that they hold now. */
@ApplicationScoped
public class TenantAdministrators implements Administrators {
  private static final int MOST = 50;

  private static final String HOLDERS =
      "select m.user_id from membership m where m.tenant_id = ?1 and m.active and (m.role = ?2"
          + " or exists (select from role_assignment a where a.tenant_id = ?1 and a.role = ?2"
          + " and a.workspace_id is null and (a.not_before is null or a.not_before <= now())"
          + " and (a.expires_at is null or a.expires_at > now()) and (a.user_id = m.user_id"
          + " or a.team_id in (select t.team_id from team_member t where t.tenant_id = ?1"
          + " and t.user_id = m.user_id)))) order by m.created_at, m.user_id";

  @PersistenceContext private EntityManager em;

  @Override
  @SuppressWarnings("unchecked")
  public List<UserId> of(TenantRef tenant) {
    Query query =
        em.createNativeQuery(HOLDERS)
            .setParameter(1, tenant.id().value())
            .setParameter(2, LockOutGuard.keeper(tenant))
            .setMaxResults(MOST);
    List<UUID> holders = query.getResultList();
    return holders.stream().map(UserId::new).toList();
  }
}
