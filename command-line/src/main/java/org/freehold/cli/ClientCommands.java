package org.freehold.cli;

import java.io.PrintWriter;
import org.freehold.cli.rest.Failure;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** All commands that talk to a running server, for the program that offers them. */
public final class ClientCommands {
  private ClientCommands() {}

  /** Adds them to the program. */
  public static CommandLine addTo(CommandLine program) {
    program
        .addSubcommand(new LoginCommand())
        .addSubcommand(new LogoutCommand())
        .addSubcommand(new WhoAmICommand())
        .addSubcommand(new TenantsCommand())
        .addSubcommand(new UsersCommand())
        .addSubcommand(new KeysCommand())
        .addSubcommand(new ProjectsCommand())
        .addSubcommand(new AuditCommand())
        .addSubcommand(new JobsCommand())
        .addSubcommand(new EnvironmentCommand())
        .addSubcommand(new ReleaseCommand())
        .addSubcommand(new DoctorCommand())
        .addSubcommand(new SupportBundleCommand())
        .addSubcommand(new CompletionCommand())
        .addSubcommand(new TourCommand());
    return program
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler(ClientCommands::correct);
  }

  /** Says a wrong use in one line, and where the right one is told; exit code 2. */
  private static int correct(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter err = command.getErr();
    String name = command.getCommandSpec().qualifiedName();
    boolean incomplete = !command.getSubcommands().isEmpty();
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      String first = unmatched.getUnmatched().get(0);
      err.println(
          unmatched.isUnknownOption()
              ? name + " has no option " + Table.printable(first) + "."
              : name + " does not take " + Table.printable(first) + ".");
      UnmatchedArgumentException.printSuggestions(wrong, err);
    } else if (incomplete) {
      err.println(name + " needs a command after it:");
      command.getSubcommands().keySet().stream().sorted().forEach(one -> err.println("  " + one));
    } else {
      err.println(Table.printable(wrong.getMessage()).replace("option option", "option"));
    }
    err.println("See " + name + " --help.");
    return 2;
  }

  /** Says a failure of theirs in one line; passes on what is none. */
  public static int explain(Exception failure, CommandLine command) throws Exception {
    if (failure instanceof Failure refusal) {
      command.getErr().println(Table.printable(refusal.getMessage()));
      refusal
          .problem()
          .map(problem -> problem.get("differences"))
          .ifPresent(
              found -> command.getErr().print(ReleaseTables.differences(found.asJsonArray())));
      return Outcome.ofRefusal(refusal.code()).exitCode();
    }
    throw failure;
  }
}
