package org.freehold.access.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.freehold.platform.TenantId;

/** What still needs a role, and what else can hold one. */
@ApplicationScoped
public class RoleUseRepository {
  private static final String COUNTS =
      "select (select count(*) from membership where tenant_id = ?1 and role = ?2),"
          + " (select count(*) from workspace_member where tenant_id = ?1 and role = ?2),"
          + " (select count(*) from role_assignment where tenant_id = ?1 and role = ?2"
          + "   and (expires_at is null or expires_at > ?3)),"
          + " (select count(*) from api_key where tenant_id = ?1 and role = ?2 and revoked_at is null)";
  private static final String[] USES = {"user", "workspace member", "role assignment", "API key"};

  @PersistenceContext private EntityManager em;

  /** As in {@code 2 users}; assignments whose time is over do not count. */
  public List<String> uses(TenantId tenant, String role, Instant now) {
    Object[] counts =
        (Object[])
            em.createNativeQuery(COUNTS)
                .setParameter(1, tenant.value())
                .setParameter(2, role)
                .setParameter(3, Timestamp.from(now))
                .getSingleResult();
    List<String> uses = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      long count = ((Number) counts[i]).longValue();
      if (count > 0) {
        uses.add(count + " " + USES[i] + (count == 1 ? "" : "s"));
      }
    }
    return uses;
  }

  /** Whether the tenant has the API key, not revoked. */
  boolean hasKey(TenantId tenant, UUID apiKey) {
    return !em.createNativeQuery(
            "select 1 from api_key where tenant_id = ?1 and id = ?2 and revoked_at is null")
        .setParameter(1, tenant.value())
        .setParameter(2, apiKey)
        .getResultList()
        .isEmpty();
  }
}
