package org.freehold.cli;

import static org.freehold.cli.rest.Server.encoded;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The people of a tenant. */
@Command(
    name = "users",
    description = "See and add the people of a tenant.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  freehold users list --tenant demo"})
final class UsersCommand {
  private static final String USERS = "/api/users";

  @Command(
      name = "list",
      description = "List the people of a tenant.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  freehold users list --tenant demo --role viewer"})
  int list(
      @Mixin Connection connection,
      @Mixin RowLimit limit,
      @Option(names = "--role", paramLabel = "ROLE", description = "Only with this role.")
          String role,
      @Option(names = "--search", paramLabel = "TEXT", description = "Part of a name or address.")
          String search) {
    Given filters = new Given().with("role", role).with("q", search);
    return connection.show(
        connection.server().list(USERS, filters.values(), limit.rows()),
        Table.columns(
            "id", "email", "name", "role", "is_active:active", "last_login_at:last_login"));
  }

  @Command(
      name = "show",
      description = "Show a person.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  freehold users show 01937b5c-7000-7000-8000-000000000001"})
  int show(
      @Mixin Connection connection,
      @Parameters(paramLabel = "ID", description = "As in freehold users list.") String id) {
    return connection.show(connection.server().get(USERS + "/" + encoded(id)));
  }

  @Command(
      name = "deactivate",
      description = "Shut a person out of the tenant.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  freehold users deactivate 01937b5c-7000-7000-8000-000000000001"})
  int deactivate(
      @Mixin Connection connection,
      @Parameters(paramLabel = "ID", description = "As in freehold users list.") String id) {
    return turn(connection, id, false);
  }

  @Command(
      name = "activate",
      description = "Let a person in again.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  freehold users activate 01937b5c-7000-7000-8000-000000000001"})
  int activate(
      @Mixin Connection connection,
      @Parameters(paramLabel = "ID", description = "As in freehold users list.") String id) {
    return turn(connection, id, true);
  }

  private static int turn(Connection connection, String id, boolean active) {
    JsonObject user =
        connection
            .server()
            .patch(
                USERS + "/" + encoded(id),
                Json.createObjectBuilder().add("is_active", active).build());
    return connection.done(
        user, "%s is %s.".formatted(user.getString("email"), active ? "let in again" : "shut out"));
  }

  @Command(
      name = "create",
      description = "Add a person to a tenant.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "Example:",
        "  freehold users create --tenant demo --email bo@demo.example --name Bo --role developer"
      })
  int create(
      @Mixin Connection connection,
      @Option(
              names = "--email",
              required = true,
              paramLabel = "ADDRESS",
              description = "The address.")
          String email,
      @Option(names = "--name", required = true, paramLabel = "NAME", description = "The name.")
          String name,
      @Option(
              names = "--role",
              paramLabel = "ROLE",
              description = "The role; the server's default when absent.")
          String role) {
    JsonObject body =
        new Given().with("email", email).with("name", name).with("role", role).toJson();
    JsonObject user = connection.server().post(USERS, body);
    return connection.done(user, "%s is added as %s.".formatted(email, user.getString("role")));
  }
}
