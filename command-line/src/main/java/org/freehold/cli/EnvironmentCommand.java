package org.freehold.cli;

import static org.freehold.cli.rest.Server.encoded;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.freehold.cli.rest.Failure;
import org.freehold.cli.rest.Server;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The environments that releases go through. */
@Command(
    name = "environment",
    description = "See environments and whether they are as their releases left them.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  freehold environment list"})
final class EnvironmentCommand {
  private static final String ENVIRONMENTS = "/api/environments";
  private static final String ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
  private static final Map<String, String> ALIASES =
      Map.of("development", "dev", "prod", "production");

  @Command(
      name = "list",
      description = "List the environments in their order.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  freehold environment list"})
  int list(
      @Mixin Connection connection,
      @Mixin RowLimit limit,
      @Option(names = "--project", paramLabel = "ID", description = "Only those of a project.")
          String project) {
    return connection.show(
        connection.server().list(of(project), Map.of("sort", "position"), limit.rows()),
        Table.columns(
            "id",
            "name",
            "position",
            "drift.state:drift",
            "policy.approvals:approvals",
            "policy.soak_minutes:soak_minutes",
            "url"));
  }

  @Command(
      name = "show",
      description = "Show an environment with its policy.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  freehold environment show production"})
  int show(
      @Mixin Connection connection,
      @Parameters(paramLabel = "ENVIRONMENT", description = "Its name or id.") String environment,
      @Option(names = "--project", paramLabel = "ID", description = "The project that has it.")
          String project) {
    Server server = connection.server();
    return connection.show(server.get(path(server, environment, project)));
  }

  @Command(
      name = "drift",
      description = "Check whether an environment is as its releases left it; exit code 6 if not.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  freehold environment drift production"})
  int drift(
      @Mixin Connection connection,
      @Parameters(paramLabel = "ENVIRONMENT", description = "Its name or id.") String environment,
      @Option(names = "--project", paramLabel = "ID", description = "The project that has it.")
          String project,
      @Option(names = "--last", description = "Tell of the last check, and make none.")
          boolean last) {
    Server server = connection.server();
    String path = path(server, environment, project) + "/drift";
    JsonObject drift = last ? server.get(path) : server.post(path, null);
    String state = drift.getString("state");
    boolean drifted = state.equals("drifted");
    if (drifted && !connection.wantsJson()) {
      connection.out().print(ReleaseTables.differences(drift.getJsonArray("differences")));
    }
    connection.done(drift, "%s: %s.".formatted(environment, state.replace('_', ' ')));
    return (drifted ? Outcome.DRIFTED : Outcome.DONE).exitCode();
  }

  private static String of(String project) {
    return project == null ? ENVIRONMENTS : "/api/projects/" + encoded(project) + "/environments";
  }

  /** The API names one by its id; people do by its name. */
  private static String path(Server server, String environment, String project) {
    if (environment.matches(ID)) {
      return ENVIRONMENTS + "/" + environment;
    }
    JsonObject page = server.list(of(project), Map.of(), Server.LARGEST_PAGE);
    String name = ALIASES.getOrDefault(environment, environment);
    List<JsonObject> named =
        page.getJsonArray("items").getValuesAs(JsonObject.class).stream()
            .filter(one -> one.getString("name").equals(name))
            .filter(one -> project != null || one.getString("project_id", "").isEmpty())
            .toList();
    if (named.size() != 1) {
      throw new Failure(
          "There is no environment " + environment + " here.", "See freehold environment list.");
    }
    return ENVIRONMENTS + "/" + encoded(named.get(0).getString("id"));
  }
}
