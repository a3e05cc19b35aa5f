package org.freehold.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lets shells complete commands and options. */
@Command(
    name = "completion",
    description = "Print the completion script for bash and zsh.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  source <(freehold completion)"})
final class CompletionCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    CommandLine program = command.root().commandLine();
    command.commandLine().getOut().print(AutoComplete.bash(program.getCommandName(), program));
    command.commandLine().getOut().flush();
    return 0;
  }
}
