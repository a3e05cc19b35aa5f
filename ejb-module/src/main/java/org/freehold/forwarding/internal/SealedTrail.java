package org.freehold.forwarding.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.freehold.platform.CurrentCall;

/** How long the trail of the tenant is. */
@ApplicationScoped
public class SealedTrail {
  @PersistenceContext private EntityManager em;

  /** How many events have a place. */
  public long size() {
    List<?> size =
        em.createNativeQuery("select size from audit_tree where tenant_id = ?1")
            .setParameter(1, CurrentCall.tenantId().value())
            .getResultList();
    return size.isEmpty() ? 0 : ((Number) size.get(0)).longValue();
  }
}
