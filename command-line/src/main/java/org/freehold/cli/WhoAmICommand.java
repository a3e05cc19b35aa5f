package org.freehold.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells who one is to the server. */
@Command(
    name = "whoami",
    description = "Say who you are to the server, with roles and permissions.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  freehold whoami --tenant demo --output json"})
final class WhoAmICommand implements Callable<Integer> {
  @Mixin private Connection connection;

  @Override
  public Integer call() {
    return connection.show(connection.server().get("/api/whoami"));
  }
}
