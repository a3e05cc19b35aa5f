package org.freehold.cli;

import jakarta.json.JsonObject;
import java.util.concurrent.Callable;
import org.freehold.cli.rest.Server;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a prepared release into an environment. */
@Command(
    name = "promote",
    description = "Bring a prepared release into an environment.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit codes with --wait: 0 it is in its place, 1 it failed, 4 it was rolled back;",
      "5 approvals are missing, 6 the environment is not as it was planned for.",
      "",
      "Example:",
      "  freehold release promote rel_20260131_1200 --to staging --wait"
    })
final class ReleasePromoteCommand implements Callable<Integer> {
  @Mixin private Connection connection;
  @Mixin private DeploymentFollowing following;

  @Parameters(paramLabel = "RELEASE", description = "Its name or id.")
  private String release;

  @Option(
      names = "--to",
      paramLabel = "ENVIRONMENT",
      description = "Where to; where it was prepared for last when absent.")
  private String to;

  @Option(
      names = "--soaked",
      description = "Follow it through its soak as well, and not only until it is in its place.")
  private boolean soaked;

  @Option(
      names = "--waive-backup",
      paramLabel = "WHY",
      description = "Go without a backup that would be too large; the reason is kept.")
  private String waiver;

  @Override
  public Integer call() {
    Server server = connection.server();
    JsonObject body =
        new Given()
            .with("release_id", release)
            .with("to_env", to)
            .with("waive_backup", waiver)
            .toJson();
    JsonObject begun = server.post(ReleaseCommand.RELEASES + "/promote", body);
    JsonObject now = following.begun(connection, server, begun, soaked);
    connection.done(now, DeploymentFollowing.sentence(now));
    return Outcome.ofDeployment(now.getString("status")).exitCode();
  }
}
