package org.freehold.cli;

import static org.freehold.cli.rest.Server.encoded;

import jakarta.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The projects of a tenant. */
@Command(
    name = "projects",
    description = "See and create projects.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  freehold projects list --tenant demo"})
final class ProjectsCommand {
  private static final String PROJECTS = "/api/projects";

  @Command(
      name = "list",
      description = "List the projects that you may see.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  freehold projects list --tenant demo --status active"})
  int list(
      @Mixin Connection connection,
      @Mixin RowLimit limit,
      @Option(names = "--status", description = "Only those with this status.") String status,
      @Option(names = "--priority", description = "Only those with this priority.") String priority,
      @Option(names = "--search", paramLabel = "TEXT", description = "Part of a name.")
          String search) {
    Given filters = new Given().with("status", status).with("priority", priority).with("q", search);
    return connection.show(
        connection.server().list(PROJECTS, filters.values(), limit.rows()),
        Table.columns("id", "name", "status", "priority", "department", "created_at"));
  }

  @Command(
      name = "show",
      description = "Show a project.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "Example:",
        "  freehold projects show 01937b5c-7000-7000-8000-000000000001 --output json"
      })
  int show(@Mixin Connection connection, @Parameters(paramLabel = "ID") String id) {
    return connection.show(connection.server().get(PROJECTS + "/" + encoded(id)));
  }

  @Command(
      name = "create",
      description = "Create a project.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  freehold projects create 'Customer Portal' --priority high"})
  int create(
      @Mixin Connection connection,
      @Parameters(paramLabel = "NAME") String name,
      @Option(names = "--priority", description = "How urgent it is.") String priority,
      @Option(names = "--description", description = "What it is for.") String description) {
    JsonObject body =
        new Given()
            .with("name", name)
            .with("priority", priority)
            .with("description", description)
            .toJson();
    JsonObject project = connection.server().post(PROJECTS, body).object();
    return connection.done(project, "Project %s is made.".formatted(project.getString("id")));
  }
}
