package org.freehold.releases;

import java.util.List;
import org.freehold.environments.DriftState;
import org.freehold.environments.EnvironmentId;
import org.freehold.environments.EnvironmentPolicy;

/** What is where, and what is on its way: environments in their order. */
public record Board(List<Row> environments) {
  /**
   * One environment.
   *
   * @param live what it has, in place or soaking; null for nothing, or nothing that the caller may
   *     see
   * @param pending what waits to be promoted or is at work, the newest first
   */
  public record Row(Place environment, DeploymentDetails live, List<DeploymentDetails> pending) {}

  /**
   * The environment, as far as the board needs it.
   *
   * @param url null for none
   */
  public record Place(
      EnvironmentId id,
      String name,
      int position,
      String url,
      EnvironmentPolicy policy,
      DriftState drift) {}
}
