package org.freehold.keys.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Settings of API keys. */
@ApplicationScoped
public class KeySettings {
  @Inject
  @ConfigProperty(name = "freehold.keys.kind")
  String kind;

  @Inject
  @ConfigProperty(name = "freehold.keys.requests-per-hour")
  int requestsPerHour;

  @Inject
  @ConfigProperty(name = "freehold.keys.flush-seconds")
  int flushSeconds;

  @Inject
  @ConfigProperty(name = "freehold.keys.keep-days")
  int keepDays;

  /** {@code live} or {@code test}: an installation makes and takes keys of one kind. */
  public String kind() {
    return kind;
  }

  /** For keys that say nothing else. */
  public int requestsPerHour() {
    return requestsPerHour;
  }

  /** How often the use of keys is written down. */
  public Duration flush() {
    return Duration.ofSeconds(flushSeconds);
  }

  /** For how long revoked keys and counts of use are kept. */
  public Duration kept() {
    return Duration.ofDays(keepDays);
  }
}
