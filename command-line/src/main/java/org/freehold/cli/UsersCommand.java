package org.freehold.cli;

import jakarta.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
      @Option(names = "--role", description = "Only those with this role.") String role,
      @Option(names = "--search", paramLabel = "TEXT", description = "Part of a name or address.")
          String search) {
    Given filters = new Given().with("role", role).with("q", search);
    return connection.show(
        connection.server().list(USERS, filters.values(), limit.rows()),
        Table.columns("id", "email", "name", "role", "is_active", "last_login_at"));
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
      @Option(names = "--email", required = true, description = "The address.") String email,
      @Option(names = "--name", required = true, description = "The name.") String name,
      @Option(names = "--role", description = "The role; the server's default when absent.")
          String role) {
    JsonObject body =
        new Given().with("email", email).with("name", name).with("role", role).toJson();
    JsonObject user = connection.server().post(USERS, body).object();
    return connection.done(user, "%s is added as %s.".formatted(email, user.getString("role")));
  }
}
