package org.freehold.launcher;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.freehold.cli.ClientCommands;
import org.freehold.launcher.folder.Refused;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command line. What cannot be done is said in one sentence on the error stream: exit code 1.
 */
@Command(
    name = "freehold",
    description = "Runs Freehold on this machine, and talks to a running one.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionCommand.class,
    scope = CommandLine.ScopeType.INHERIT,
    footer = {
      "",
      "Begin with:",
      "  freehold up",
      "and in another terminal:",
      "  freehold login --email admin@freehold.example",
      "  freehold projects list --tenant demo"
    },
    subcommands = {
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      MigrateCommand.class,
      VersionCommand.class,
      DatabaseCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Freehold {
  private static final Logger LIBRARIES = Logger.getLogger("");

  private Freehold() {}

  public static void main(String[] arguments) {
    LIBRARIES.setLevel(Level.WARNING);
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return ClientCommands.addTo(new CommandLine(new Freehold()))
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              if (failure instanceof Refused) {
                command.getErr().println(failure.getMessage());
                return 1;
              }
              return ClientCommands.explain(failure, command);
            });
  }
}
