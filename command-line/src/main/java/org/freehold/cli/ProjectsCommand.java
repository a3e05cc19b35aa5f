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
      @Option(names = "--status", paramLabel = "STATUS", description = "Only with this status.")
          String status,
      @Option(
              names = "--priority",
              paramLabel = "PRIORITY",
              description = "Only with this priority.")
          String priority,
      @Option(names = "--search", paramLabel = "TEXT", description = "Part of a name.")
          String search) {
    Given filters = new Given().with("status", status).with("priority", priority).with("q", search);
    return connection.show(
        connection.server().list(PROJECTS, filters.values(), limit.rows()),
        Table.columns("id", "name", "status", "priority", "department", "created_at:created"));
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
  int show(
      @Mixin Connection connection,
      @Parameters(paramLabel = "ID", description = "As in freehold projects list.") String id) {
    return connection.show(connection.server().get(PROJECTS + "/" + encoded(id)));
  }

  @Command(
      name = "create",
      description = "Create a project.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  freehold projects create 'Customer Portal' --priority high"})
  int create(
      @Mixin Connection connection,
      @Parameters(paramLabel = "NAME", description = "What people call it.") String name,
      @Option(
              names = "--priority",
              paramLabel = "PRIORITY",
              description = "low, medium, high or critical.")
          String priority,
      @Option(names = "--description", paramLabel = "TEXT", description = "What it is for.")
          String description) {
    JsonObject body =
        new Given()
            .with("name", name)
            .with("priority", priority)
            .with("description", description)
            .toJson();
    JsonObject project = connection.server().post(PROJECTS, body);
    return connection.done(project, "Project %s is made.".formatted(project.getString("id")));
  }
}
