package org.freehold.health.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.freehold.health.HealthReport.Component;
import org.freehold.health.HealthStatus;
import org.freehold.platform.HealthCheck;

/** Asks every part that registered a check. */
@ApplicationScoped
public class Components {
  private static final Logger LOG = System.getLogger(Components.class.getName());
  private static final long NANOS_PER_MILLI = 1_000_000;

  @Inject @Any private Instance<HealthCheck> checks;

  public Map<String, Component> all() {
    return ask(check -> true);
  }

  public Map<String, Component> neededForReadiness() {
    return ask(HealthCheck::neededForReadiness);
  }

  private Map<String, Component> ask(Predicate<HealthCheck> which) {
    Map<String, Component> answers = new TreeMap<>();
    checks.stream().filter(which).forEach(check -> answers.put(check.name(), ask(check)));
    return answers;
  }

  private static Component ask(HealthCheck check) {
    long start = System.nanoTime();
    try {
      Map<String, Object> details = check.check();
      return new Component(HealthStatus.UP, millisSince(start), details);
    } catch (Exception e) {
      // Whatever a part throws means that it is down, and health must say so rather than fail.
      LOG.log(Level.WARNING, "Health: " + check.name() + " is down", e);
      return new Component(
          HealthStatus.DOWN, millisSince(start), Map.of("error", e.getClass().getSimpleName()));
    }
  }

  private static long millisSince(long start) {
    return (System.nanoTime() - start) / NANOS_PER_MILLI;
  }
}
