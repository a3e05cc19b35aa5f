package org.freehold.cli;

import static org.freehold.cli.rest.Server.encoded;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.freehold.cli.rest.Server;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Releases on their way through the environments. */
@Command(
    name = "release",
    description = "Prepare, approve, promote and roll back releases.",
    mixinStandardHelpOptions = true,
    subcommands = {
      ReleaseKeysCommand.class,
      ReleasePrepareCommand.class,
      ReleasePromoteCommand.class,
      ReleaseRollbackCommand.class
    },
    footer = {"", "Example:", "  freehold release list"})
final class ReleaseCommand {
  static final String RELEASES = "/api/releases";

  @Command(
      name = "list",
      description = "List releases, the newest first.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  freehold release list --status released"})
  int list(
      @Mixin Connection connection,
      @Mixin RowLimit limit,
      @Option(
              names = "--status",
              paramLabel = "STATUS",
              description = "Only those that are draft, prepared, released, failed, rolled_back.")
          String status,
      @Option(names = "--project", paramLabel = "ID", description = "Only those of a project.")
          String project) {
    Map<String, String> filters =
        new Given().with("status", status).with("project_id", project).values();
    return connection.show(
        connection.server().list(RELEASES, filters, limit.rows()),
        Table.columns("release_id:release", "version", "status", "created_at:created", "name"));
  }

  @Command(
      name = "show",
      description = "Show a release; with --environment its plan and findings there.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  freehold release show rel_20260131_1200 --environment staging"})
  int show(
      @Mixin Connection connection,
      @Parameters(paramLabel = "RELEASE", description = "Its name or id.") String release,
      @Option(
              names = "--environment",
              paramLabel = "ENVIRONMENT",
              description = "The environment whose plan is shown.")
          String environment) {
    Server server = connection.server();
    if (environment == null) {
      return connection.show(server.get(path(release)));
    }
    JsonObject plan = server.get(path(release) + "/plan?environment=" + encoded(environment));
    if (connection.wantsJson()) {
      return connection.show(plan);
    }
    connection.out().print(ReleaseTables.plan(plan));
    connection.out().print(ReleaseTables.proof(plan));
    connection.out().flush();
    return Outcome.DONE.exitCode();
  }

  @Command(
      name = "status",
      description = "Say how a release is doing, in every environment or in one.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "Exit codes with --environment: 0 it is in its place or on the way there, 1 it failed,",
        "4 it was rolled back, 5 it waits for approvals.",
        "",
        "Example:",
        "  freehold release status rel_20260131_1200 --environment staging --wait"
      })
  int status(
      @Mixin Connection connection,
      @Mixin DeploymentFollowing following,
      @Option(names = "--soaked", description = "Follow it through its soak as well.")
          boolean soaked,
      @Parameters(paramLabel = "RELEASE", description = "Its name or id.") String release,
      @Option(
              names = "--environment",
              paramLabel = "ENVIRONMENT",
              description = "Only there; the exit code says how it is.")
          String environment) {
    Server server = connection.server();
    String place = environment == null ? "" : "?environment=" + encoded(environment);
    JsonObject page = server.get(path(release) + "/deployments" + place);
    List<JsonObject> deployments = page.getJsonArray("items").getValuesAs(JsonObject.class);
    if (environment == null || deployments.isEmpty()) {
      return connection.show(
          page,
          Table.columns(
              "environment",
              "status",
              "approvals.given:approvals",
              "approvals.required:of",
              "steps.done:steps",
              "steps.total:of",
              "live_at:live",
              "soaked_at:soaked",
              "failure.message:failure"));
    }
    JsonObject now = following.begun(connection, server, deployments.get(0), soaked);
    connection.done(now, DeploymentFollowing.sentence(now));
    return Outcome.ofDeployment(now.getString("status")).exitCode();
  }

  @Command(
      name = "approve",
      description = "Approve a release for an environment, as yourself.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "Example:",
        "  freehold release approve rel_20260131_1200 --environment production --comment Looks-good"
      })
  int approve(
      @Mixin Connection connection,
      @Mixin Decision decision,
      @Parameters(paramLabel = "RELEASE", description = "Its name or id.") String release) {
    return decision.send(connection, release, "approve", "approved");
  }

  @Command(
      name = "reject",
      description = "Say no to a release for an environment, as yourself.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "Example:",
        "  freehold release reject rel_20260131_1200 --environment production --comment Too-late"
      })
  int reject(
      @Mixin Connection connection,
      @Mixin Decision decision,
      @Parameters(paramLabel = "RELEASE", description = "Its name or id.") String release) {
    return decision.send(connection, release, "reject", "rejected");
  }

  static String path(String release) {
    return RELEASES + "/" + encoded(release);
  }
}
