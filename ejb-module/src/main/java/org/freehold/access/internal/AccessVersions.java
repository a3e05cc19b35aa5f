package org.freehold.access.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Reads which state a tenant is in, as the running transaction sees it. */
@ApplicationScoped
public class AccessVersions {
  private static final String OF_TENANT =
      "select version, %s, changed_in::text::bigint,"
          + " coalesce(changed_in = pg_current_xact_id_if_assigned(), false)"
          + " from control.%s where tenant_id = ?1";
  private static final String ACCESS = OF_TENANT.formatted("roles_version", "access_version");
  private static final String FLAGS = OF_TENANT.formatted("0", "flag_version");

  @PersistenceContext private EntityManager em;

  AccessState of(StateKey key) {
    String asked = key.matter() == StateKey.Matter.ACCESS ? ACCESS : FLAGS;
    List<?> rows =
        em.createNativeQuery(asked).setParameter(1, key.tenant().value()).getResultList();
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
