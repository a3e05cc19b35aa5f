package org.freehold.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The settings of jobs. */
@ApplicationScoped
public class JobSettings {
  @Inject
  @ConfigProperty(name = "freehold.jobs.lease-seconds")
  private int leaseSeconds;

  @Inject
  @ConfigProperty(name = "freehold.jobs.keep-days")
  private int keepDays;

  /** How long a node may be silent before another goes on with its runs. */
  public Duration lease() {
    return Duration.ofSeconds(leaseSeconds);
  }

  /** Often enough that a lease outlives two beats that fail. */
  public Duration heartbeat() {
    return Duration.ofMillis(Math.max(250, leaseSeconds * 1000L / 4));
  }

  /** How long a run that has ended is kept, with its log. */
  public Duration keep() {
    return Duration.ofDays(keepDays);
  }
}
