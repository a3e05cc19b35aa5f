package org.freehold.cli;

import jakarta.json.JsonObject;
import java.util.Optional;
import org.freehold.cli.rest.RunWatch;
import org.freehold.cli.rest.Server;
import picocli.CommandLine.Option;

/** Waiting for the end of a run. */
final class Waiting {
  @Option(names = "--wait", description = "Wait for the end and show the progress.")
  private boolean wait;

  /** Tells of the run that was just started; with --wait at its end. */
  int started(Connection connection, Server server, JsonObject run) {
    if (!wait) {
      return connection.done(
          run,
          "Run %s is %s. Watch it: freehold jobs show %s"
              .formatted(run.getString("id"), run.getString("status"), run.getString("id")));
    }
    Progress progress = Progress.on(connection.err());
    JsonObject ended = new RunWatch(server, progress::show, Optional.empty()).toTheEnd(run);
    progress.end();
    String status = ended.getString("status");
    String error = ended.isNull("error") ? "" : " " + ended.getString("error");
    connection.done(
        ended, "Run %s has %s.%s".formatted(ended.getString("id"), words(status), error));
    return status.equals("completed") ? 0 : 1;
  }

  private static String words(String status) {
    return status.equals("stopped") || status.equals("abandoned") ? "been " + status : status;
  }
}
