package org.freehold.cli;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.freehold.cli.rest.DeploymentWatch;
import org.freehold.cli.rest.Server;
import picocli.CommandLine.Option;

/** Waiting for the end of a deployment; what happens meanwhile is told on the error stream. */
final class DeploymentFollowing {
  @Option(
      names = "--wait",
      description = "Follow the log to the end; the exit code says how it ended.")
  private boolean wait;

  private String last = "";

  /** The deployment that was just begun; with --wait, or through its soak, as it ended. */
  JsonObject begun(Connection connection, Server server, JsonObject deployment, boolean soaked) {
    if (!wait && !soaked) {
      return deployment;
    }
    return new DeploymentWatch(
            server,
            soaked,
            line -> connection.err().println(told(line)),
            now -> tell(connection, now))
        .toTheEnd(deployment);
  }

  private void tell(Connection connection, JsonObject deployment) {
    String now = "%s: %s%s".formatted(in(deployment), status(deployment), steps(deployment));
    if (!now.equals(last)) {
      connection.err().println(Table.printable(now));
    }
    last = now;
  }

  /** How it is now, in a sentence. */
  static String sentence(JsonObject deployment) {
    String failure = "";
    if (deployment.get("failure") instanceof JsonObject told) {
      failure = " " + told.getString("message", "") + " (" + told.getString("code", "") + ")";
    }
    return "%s is %s in %s.%s"
        .formatted(deployment.getString("release_id"), status(deployment), in(deployment), failure);
  }

  private static String told(JsonObject line) {
    return "%s  %-7s  %s"
        .formatted(
            Table.text(line.get("time")),
            Table.text(line.get("level")),
            Table.text(line.get("message")));
  }

  private static String steps(JsonObject deployment) {
    JsonValue steps = deployment.get("steps");
    return steps instanceof JsonObject counted && counted.getInt("total", 0) > 0
        ? ", %d of %d steps".formatted(counted.getInt("done"), counted.getInt("total"))
        : "";
  }

  private static String status(JsonObject deployment) {
    return deployment.getString("status").replace('_', ' ');
  }

  private static String in(JsonObject deployment) {
    return deployment.getString("environment");
  }
}
