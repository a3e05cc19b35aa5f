package org.freehold.launcher;

import picocli.CommandLine.Option;

/** How the embedded database is started. */
final class DatabaseOptions {
  @Option(
      names = "--database-port",
      paramLabel = "PORT",
      defaultValue = "${env:FREEHOLD_DATABASE_PORT:-0}",
      description =
          "The port of the embedded PostgreSQL; 0 chooses one and remembers it"
              + " (FREEHOLD_DATABASE_PORT; ${DEFAULT-VALUE}).")
  private int port;

  int port() {
    return port;
  }
}
