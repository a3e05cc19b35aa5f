package org.freehold.audit.sealing.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.freehold.platform.HealthCheck;

/**
 * Whether events get their places soon, and whether a trail was found not to continue what was
 * signed over it. Traffic need not stay away: the trail is written all the same.
 */
@ApplicationScoped
public class SealingHealth implements HealthCheck {
  private static final Duration LONGEST_LAG = Duration.ofMinutes(5);

  @Inject private PendingTrails pending;
  @Inject private DamagedTrails damaged;
  @Inject private Clock clock;

  @Override
  public String name() {
    return "audit_sealing";
  }

  @Override
  public Map<String, Object> check() {
    Map<String, String> found = damaged.all();
    if (!found.isEmpty()) {
      throw new TrailNotConsistent("Damaged, and not signed any more: " + found);
    }
    Duration lag =
        pending
            .oldest()
            .map(oldest -> Duration.between(oldest, clock.instant()))
            .orElse(Duration.ZERO);
    if (lag.compareTo(LONGEST_LAG) > 0) {
      throw new IllegalStateException("The oldest event waits for its place since " + lag);
    }
    return Map.of("lag_millis", Math.max(0, lag.toMillis()));
  }

  @Override
  public boolean neededForReadiness() {
    return false;
  }
}
