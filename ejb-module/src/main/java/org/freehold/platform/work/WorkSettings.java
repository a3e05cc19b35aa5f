package org.freehold.platform.work;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The settings of leased work. */
@ApplicationScoped
public class WorkSettings {
  private static final Duration BEAT = Duration.ofSeconds(2);

  /** A beat may wait so long for a connection. */
  private static final int SHORTEST_LEASE = 10;

  @Inject
  @ConfigProperty(name = "freehold.work.sweep-seconds")
  private int sweepSeconds;

  @Inject
  @ConfigProperty(name = "freehold.work.lease-seconds")
  private int leaseSeconds;

  @PostConstruct
  void check() {
    if (leaseSeconds < SHORTEST_LEASE) {
      throw new IllegalStateException(
          "freehold.work.lease-seconds is "
              + leaseSeconds
              + ": it is "
              + SHORTEST_LEASE
              + " at the least.");
    }
  }

  /** Between two looks of a node for what is due. */
  public Duration sweep() {
    return Duration.ofSeconds(sweepSeconds);
  }

  /** How long a node may be silent before another takes what it is at. */
  public Duration lease() {
    return Duration.ofSeconds(leaseSeconds);
  }

  /** Often enough that the shortest lease outlives two beats that fail. */
  public Duration heartbeat() {
    return BEAT;
  }
}
