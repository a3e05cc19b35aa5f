package org.freehold.health.internal;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import org.freehold.platform.HealthCheck;

/** Asks the database for its version, in a transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DatabaseHealth implements HealthCheck {
  @PersistenceContext private EntityManager em;

  @Override
  public String name() {
    return "database";
  }

  @Override
  public Map<String, Object> check() {
    Object version =
        em.createNativeQuery("select current_setting('server_version')").getSingleResult();
    return Map.of("version", String.valueOf(version));
  }

  @Override
  public boolean neededForReadiness() {
    return true;
  }
}
