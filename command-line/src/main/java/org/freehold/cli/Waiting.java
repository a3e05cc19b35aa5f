package org.freehold.cli;

import jakarta.json.JsonObject;
import java.util.Optional;
import org.freehold.cli.rest.RunWatch;
import org.freehold.cli.rest.Server;
import picocli.CommandLine.Option;

/** Waiting for the end of a run. */
final class Waiting {
  @Option(
      names = "--wait",
      description = "Wait for the end and show the progress; exit code 0 only if it completed.")
  private boolean wait;

  /** Tells of the run that was just started; with --wait at its end. */
  int started(Connection connection, Server server, JsonObject run) {
    if (!wait) {
      String id = run.getString("id");
      return connection.done(
          run,
          "Run %s is %s. Follow it: freehold jobs logs %s --follow"
              .formatted(id, run.getString("status"), id));
    }
    Progress progress = Progress.on(connection.err());
    JsonObject ended = new RunWatch(server, progress::show, Optional.empty()).toTheEnd(run);
    progress.end();
    connection.done(ended, sentence(ended));
    return exitCode(ended);
  }

  /** Follows a log until its run has ended, which is told beside the lines. */
  static int follow(Connection connection, Server server, JsonObject run, RunLog log) {
    JsonObject ended = new RunWatch(server, look -> log.tellNew(), Optional.empty()).toTheEnd(run);
    connection.err().println(Table.printable(sentence(ended)));
    return exitCode(ended);
  }

  private static int exitCode(JsonObject ended) {
    return ended.getString("status").equals("completed") ? 0 : 1;
  }

  private static String sentence(JsonObject ended) {
    String status = ended.getString("status");
    String verb = status.equals("stopped") || status.equals("abandoned") ? "was " : "has ";
    String error = ended.isNull("error") ? "" : " " + ended.getString("error");
    return "Run %s %s%s.%s".formatted(ended.getString("id"), verb, status, error);
  }
}
