package org.freehold.cli;

import static org.freehold.cli.rest.Server.encoded;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.freehold.cli.rest.Answer;
import org.freehold.cli.rest.Failure;
import org.freehold.cli.rest.Server;
import picocli.CommandLine.Option;

/** Waiting for the end of a run. */
final class Waiting {
  private static final Set<String> ENDED = Set.of("completed", "failed", "stopped", "abandoned");
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  /** A server may restart while its run waits for it. */
  private static final Duration SILENCE = Duration.ofMinutes(2);

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
    JsonObject ended = watch(server, run, progress);
    String status = ended.getString("status");
    String error = ended.isNull("error") ? "" : " " + ended.getString("error");
    connection.done(
        ended, "Run %s has %s.%s".formatted(ended.getString("id"), words(status), error));
    return status.equals("completed") ? 0 : 1;
  }

  /** Looks again and again until it has ended, and shows every change. */
  static JsonObject watch(Server server, JsonObject run, Progress progress) {
    JsonObject now = run;
    Instant heard = Instant.now();
    progress.show(now);
    while (!ENDED.contains(now.getString("status"))) {
      pause();
      try {
        Answer answer = server.send("GET", JobsCommand.RUNS + encoded(run.getString("id")), null);
        if (!answer.isProblem()) {
          now = answer.object();
          heard = Instant.now();
          progress.show(now);
        } else if (isLasting(answer.status()) || isOver(heard)) {
          throw answer.failure();
        }
      } catch (Failure silence) {
        if (!silence.isSilence() || isOver(heard)) {
          throw silence;
        }
      }
    }
    progress.end();
    return now;
  }

  private static boolean isLasting(int status) {
    return status != 429 && status < 500;
  }

  private static boolean isOver(Instant heard) {
    return heard.plus(SILENCE).isBefore(Instant.now());
  }

  private static String words(String status) {
    return status.equals("stopped") || status.equals("abandoned") ? "been " + status : status;
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_LOOKS.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("Interrupted.", "The run goes on.", e);
    }
  }
}
