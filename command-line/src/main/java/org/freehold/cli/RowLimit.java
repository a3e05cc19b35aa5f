package org.freehold.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How much of a list is wanted. */
final class RowLimit {
  private static final int MOST = 10_000;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "At most so many, 1 to " + MOST + " (${DEFAULT-VALUE}).")
  private int limit;

  int rows() {
    if (limit < 1 || limit > MOST) {
      throw new ParameterException(
          command.commandLine(), "--limit is a number from 1 to " + MOST + ".");
    }
    return limit;
  }
}
