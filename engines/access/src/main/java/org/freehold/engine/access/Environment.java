package org.freehold.engine.access;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.freehold.engine.access.condition.IpAddress;

/**
 * What surrounds a call; made once for all decisions of it.
 *
 * @param address null when the call came from nowhere, such as a job
 * @param mfaAgeSeconds since the subject last proved a second factor; negative for never
 * @param context what the request says beside all this, for conditions
 */
public record Environment(
    Instant now, IpAddress address, long mfaAgeSeconds, Map<String, Object> context) {

  /** There was no second factor. */
  public static final long NO_MFA = -1;

  public Environment {
    Objects.requireNonNull(now, "now");
    context = Map.copyOf(context);
  }

  /** Nothing but the time is known. */
  public static Environment at(Instant now) {
    return new Environment(now, null, NO_MFA, Map.of());
  }
}
