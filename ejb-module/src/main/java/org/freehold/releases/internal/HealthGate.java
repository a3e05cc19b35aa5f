package org.freehold.releases.internal;

import java.util.Map;
import java.util.function.Consumer;
import org.freehold.environments.EnvironmentDetails;

/** Asks an environment how it is with the release in place. */
public interface HealthGate {
  /**
   * In no transaction: it takes as long as it takes.
   *
   * @param log hears what is found on the way
   */
  Health check(EnvironmentDetails environment, Consumer<String> log) throws InterruptedException;

  /**
   * How the environment is.
   *
   * @param asked whether there was anything to ask
   * @param well true as well when nothing was asked
   * @param code why it is not well: {@code unhealthy}, or {@code health_inconclusive} where that
   *     could not be told; else null
   * @param message one sentence
   * @param evidence what was asked and answered: names and values as on the wire
   */
  record Health(
      boolean asked, boolean well, String code, String message, Map<String, Object> evidence) {
    public Health {
      evidence = Map.copyOf(evidence);
    }
  }
}
