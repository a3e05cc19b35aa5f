package org.freehold.platform;

import java.util.Map;

/** One part of the system that health asks. Found by CDI. */
public interface HealthCheck {
  /** The name in {@code /api/health/detailed}: {@code database}. */
  String name();

  /**
   * Asks the part now; details are numbers and short words, never secrets. An exception means down.
   */
  Map<String, Object> check() throws Exception;

  /** Whether traffic should stay away while this part is down. */
  boolean neededForReadiness();
}
