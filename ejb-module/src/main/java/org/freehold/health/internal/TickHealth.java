package org.freehold.health.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.freehold.platform.HealthCheck;
import org.freehold.platform.work.Tick;
import org.freehold.platform.work.WorkSettings;

/**
 * Whether this node still looks for work by itself. All its schedules share a thread: when one of
 * them hangs, other nodes take over what is leased, and this one wants a restart.
 */
@ApplicationScoped
public class TickHealth implements HealthCheck {
  private static final Duration LONGEST_TICK = Duration.ofMinutes(1);

  @Inject private Tick tick;
  @Inject private WorkSettings settings;
  @Inject private Clock clock;

  @Override
  public String name() {
    return "schedules";
  }

  @Override
  public Map<String, Object> check() {
    Duration silence = Duration.between(tick.lastTick(), clock.instant());
    if (silence.compareTo(settings.sweep().plus(LONGEST_TICK)) > 0) {
      throw new IllegalStateException("This node has not looked for work since " + silence);
    }
    return Map.of("last_tick_seconds", Math.max(0, silence.toSeconds()));
  }

  @Override
  public boolean neededForReadiness() {
    return false;
  }
}
