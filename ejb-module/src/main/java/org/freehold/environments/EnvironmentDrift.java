package org.freehold.environments;

import java.time.Instant;
import java.util.List;
import org.freehold.engine.migration.Difference;

/**
 * How far an environment is from what releases left there.
 *
 * @param checkedAt null when nobody has looked
 * @param differences at most 200 of them
 */
public record EnvironmentDrift(DriftState state, Instant checkedAt, List<Difference> differences) {
  public static final EnvironmentDrift UNKNOWN =
      new EnvironmentDrift(DriftState.UNKNOWN, null, java.util.List.of());

  public EnvironmentDrift {
    differences = differences == null ? List.of() : List.copyOf(differences);
  }
}
