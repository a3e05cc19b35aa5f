package org.freehold.health.internal;

import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Map;
import org.freehold.platform.HealthCheck;

/**
 * Asks the batch runtime which jobs it knows, which it reads from its repository. Outside of any
 * transaction: the first question makes the repository's tables, and reads them over another
 * connection.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BatchHealth implements HealthCheck {
  @Override
  public String name() {
    return "batch";
  }

  @Override
  public Map<String, Object> check() {
    return Map.of("jobs", BatchRuntime.getJobOperator().getJobNames().size());
  }

  @Override
  public boolean neededForReadiness() {
    return false;
  }
}
