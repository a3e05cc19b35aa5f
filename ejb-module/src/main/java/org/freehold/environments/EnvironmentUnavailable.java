package org.freehold.environments;

import org.freehold.platform.Problem;

/** The database of an environment does not answer, or refuses what was asked of it. */
public final class EnvironmentUnavailable extends Problem {
  private static final long serialVersionUID = 1;

  public EnvironmentUnavailable(MigrationFailed cause) {
    super(
        503,
        "environment_unavailable",
        "Environment unavailable",
        "The database of the environment does not answer: " + cause.getMessage() + ".",
        "Check its target, or ask the operator; then try again.");
  }
}
