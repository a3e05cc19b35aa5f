package org.freehold.cli;

import jakarta.json.JsonObject;
import picocli.CommandLine.Option;

/** What somebody says to a release before it may go on. */
final class Decision {
  @Option(
      names = "--environment",
      paramLabel = "ENVIRONMENT",
      required = true,
      description = "The environment that it is about.")
  private String environment;

  @Option(
      names = "--comment",
      paramLabel = "TEXT",
      description = "Why; it is kept with the decision.")
  private String comment;

  int send(Connection connection, String release, String verb, String done) {
    JsonObject body =
        new Given().with("environment", environment).with("comment", comment).toJson();
    JsonObject answer = connection.server().post(ReleaseCommand.path(release) + "/" + verb, body);
    return connection.done(answer, "%s is %s for %s.".formatted(release, done, environment));
  }
}
