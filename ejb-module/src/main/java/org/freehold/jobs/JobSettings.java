package org.freehold.jobs;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The settings of jobs. */
@ApplicationScoped
public class JobSettings {
  /** The days for which runs are kept at the least, by this setting or a tenant's policy. */
  public static final int LEAST_DAYS = 7;

  /** And at the most. */
  public static final int MOST_DAYS = 3653;

  @Inject
  @ConfigProperty(name = "freehold.jobs.lease-seconds")
  private int leaseSeconds;

  @Inject
  @ConfigProperty(name = "freehold.jobs.keep-days")
  private int keepDays;

  /** Refuses what cannot be meant when the server starts, not with the first clean-up. */
  @PostConstruct
  void check() {
    if (keepDays < LEAST_DAYS || keepDays > MOST_DAYS) {
      throw new IllegalStateException(
          "freehold.jobs.keep-days is %d: it is from %d to %d."
              .formatted(keepDays, LEAST_DAYS, MOST_DAYS));
    }
  }

  /** How long a node may be silent before another goes on with its runs. */
  public Duration lease() {
    return Duration.ofSeconds(leaseSeconds);
  }

  /** Often enough that a lease outlives two beats that fail. */
  public Duration heartbeat() {
    return Duration.ofMillis(Math.max(250, leaseSeconds * 1000L / 4));
  }

  /** How long a run that has ended is kept, with its log, where a tenant said nothing else. */
  public Duration keep() {
    return Duration.ofDays(keepDays);
  }
}
