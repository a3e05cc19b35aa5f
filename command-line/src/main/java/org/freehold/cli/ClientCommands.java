package org.freehold.cli;

import org.freehold.cli.rest.Failure;
import picocli.CommandLine;

/** All commands that talk to a running server, for the program that offers them. */
public final class ClientCommands {
  private ClientCommands() {}

  /** Adds them to the program. */
  public static CommandLine addTo(CommandLine program) {
    return program
        .addSubcommand(new LoginCommand())
        .addSubcommand(new LogoutCommand())
        .addSubcommand(new WhoAmICommand())
        .addSubcommand(new TenantsCommand())
        .addSubcommand(new UsersCommand())
        .addSubcommand(new ProjectsCommand())
        .addSubcommand(new AuditCommand())
        .addSubcommand(new JobsCommand())
        .addSubcommand(new DoctorCommand())
        .addSubcommand(new SupportBundleCommand())
        .addSubcommand(new CompletionCommand())
        .addSubcommand(new TourCommand());
  }

  /** Says a failure of theirs in one line, with exit code 1; passes on what is none. */
  public static int explain(Exception failure, CommandLine command) throws Exception {
    if (failure instanceof Failure) {
      command.getErr().println(Table.printable(failure.getMessage()));
      return 1;
    }
    throw failure;
  }
}
