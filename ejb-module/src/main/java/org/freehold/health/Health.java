package org.freehold.health;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Stream;
import org.freehold.health.internal.Components;
import org.freehold.health.internal.SystemUse;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.PublicCall;
import org.freehold.platform.RequiresPermission;

/**
 * Answers whether the installation is well: a word to everybody, the details to those who may see
 * them.
 */
@Stateless
@Guarded
@NotAudited("It only reads.")
public class Health {
  @Inject private Components components;
  @Inject private SystemUse use;

  /** Whether requests can be served: the parts that every request needs. */
  @PublicCall
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public HealthStatus readiness() {
    return worst(components.neededForReadiness().values().stream());
  }

  /** All parts in one word. */
  @PublicCall
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public HealthStatus overall() {
    return worst(components.all().values().stream());
  }

  @RequiresPermission("system:read")
  public HealthReport detailed() {
    Map<String, HealthReport.Use> system = use.measure();
    Map<String, HealthReport.Component> parts = components.all();
    HealthStatus status =
        Stream.concat(
                system.values().stream().map(HealthReport.Use::status),
                Stream.of(worst(parts.values().stream())))
            .max(Enum::compareTo)
            .orElse(HealthStatus.UP);
    return new HealthReport(status, system, parts);
  }

  /** Does nothing but refuse whoever may not see the health of the system. */
  @RequiresPermission("system:read")
  public void requireMaySee() {
    // The interceptor has decided when this is reached.
  }

  private static HealthStatus worst(Stream<HealthReport.Component> parts) {
    return parts.map(HealthReport.Component::status).max(Enum::compareTo).orElse(HealthStatus.UP);
  }
}
