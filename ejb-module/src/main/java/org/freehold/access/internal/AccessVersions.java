package org.freehold.access.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.freehold.platform.TenantId;

/** Reads which state of its access a tenant is in, as the running transaction sees it. */
@ApplicationScoped
public class AccessVersions {
  private static final String OF_TENANT =
      "select version, roles_version, changed_in::text::bigint,"
          + " coalesce(changed_in = pg_current_xact_id_if_assigned(), false)"
          + " from control.access_version where tenant_id = ?1";

  @PersistenceContext private EntityManager em;

  AccessState ofTenant(TenantId tenant) {
    List<?> rows = em.createNativeQuery(OF_TENANT).setParameter(1, tenant.value()).getResultList();
    if (rows.isEmpty()) {
      return AccessState.FIRST;
    }
    Object[] row = (Object[]) rows.get(0);
    return new AccessState(
        ((Number) row[0]).longValue(),
        ((Number) row[1]).longValue(),
        ((Number) row[2]).longValue(),
        (Boolean) row[3]);
  }
}
