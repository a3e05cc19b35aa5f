package org.freehold.cli;

import static org.freehold.cli.rest.Server.encoded;

import jakarta.json.JsonObject;
import java.io.Console;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.freehold.cli.rest.Failure;
import org.freehold.cli.rest.Server;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Undoes a release in an environment, after what that would lose was shown. */
@Command(
    name = "rollback",
    description = "Undo a release in an environment; what would be lost is shown first.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Where data is at stake it wants --accept-loss with the digest of the preview;",
      "on a terminal it asks.",
      "",
      "Exit codes with --wait: 0 it is undone, 1 it is not: it failed, or is in its place.",
      "",
      "Example:",
      "  freehold release rollback rel_20260131_1200 --environment staging --preview",
      "  freehold release rollback rel_20260131_1200 --environment staging --wait"
    })
final class ReleaseRollbackCommand implements Callable<Integer> {
  @Mixin private Connection connection;
  @Mixin private DeploymentFollowing following;

  @Parameters(paramLabel = "RELEASE", description = "Its name or id.")
  private String release;

  @Option(
      names = "--environment",
      paramLabel = "ENVIRONMENT",
      description = "Where; where it came last when absent.")
  private String environment;

  @Option(
      names = "--accept-loss",
      paramLabel = "DIGEST",
      description = "The digest of the preview that you have seen.")
  private String accepted;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why; it is kept.")
  private String reason;

  @Option(names = "--preview", description = "Only show what would be lost.")
  private boolean previewOnly;

  @Override
  public Integer call() {
    Server server = connection.server();
    if (previewOnly) {
      return show(preview(server));
    }
    Optional<String> digest = accepted == null ? confirmed(preview(server)) : Optional.of(accepted);
    JsonObject body =
        new Given()
            .with("release_id", release)
            .with("environment", environment)
            .with("reason", reason)
            .with("loss_preview", digest.orElse(null))
            .toJson();
    JsonObject begun = server.post(ReleaseCommand.RELEASES + "/rollback", body);
    JsonObject now = following.begun(connection, server, begun, false);
    connection.done(now, DeploymentFollowing.sentence(now));
    return Outcome.ofRollback(now.getString("status")).exitCode();
  }

  private JsonObject preview(Server server) {
    String place = environment == null ? "" : "?environment=" + encoded(environment);
    return server.get(ReleaseCommand.path(release) + "/rollback-preview" + place);
  }

  private int show(JsonObject preview) {
    if (connection.wantsJson()) {
      return connection.show(preview);
    }
    connection.out().print(ReleaseTables.losses(preview));
    connection.out().flush();
    return Outcome.DONE.exitCode();
  }

  /** The digest of what may be lost; empty when nothing is at stake. */
  private Optional<String> confirmed(JsonObject preview) {
    if (preview.getJsonArray("losses").isEmpty()) {
      return Optional.empty();
    }
    String digest = preview.getString("digest");
    connection.err().print(ReleaseTables.losses(preview));
    connection.err().flush();
    Console console = System.console();
    String answer =
        console == null ? null : console.readLine("Undo it and lose that? Type yes to go on: ");
    if (!"yes".equals(answer)) {
      throw new Failure(
          "Nothing was undone: data would be lost.",
          "Accept it with --accept-loss " + digest + ".");
    }
    return Optional.of(digest);
  }
}
