package org.freehold.cli;

import java.util.concurrent.Callable;
import org.freehold.cli.rest.SignIn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Ends the session that login made. */
@Command(
    name = "logout",
    description = "End the session on the server and forget it here.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  freehold logout"})
final class LogoutCommand implements Callable<Integer> {
  @Mixin private Connection connection;

  @Override
  public Integer call() {
    boolean was = new SignIn(connection.sessionFile()).end();
    connection.out().println(was ? "Signed out." : "Nobody was signed in.");
    return 0;
  }
}
