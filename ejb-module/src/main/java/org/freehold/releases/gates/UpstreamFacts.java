package org.freehold.releases.gates;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * How the release is doing in the environment before.
 *
 * @param environment the name of that environment
 * @param inPlace whether it is what that environment has now
 * @param since since when without a break; null when it is not in place
 * @param soak for how long it must be
 */
public record UpstreamFacts(String environment, boolean inPlace, Instant since, Duration soak) {
  public UpstreamFacts {
    Objects.requireNonNull(environment);
    Objects.requireNonNull(soak);
    if (inPlace) {
      Objects.requireNonNull(since);
    }
  }
}
