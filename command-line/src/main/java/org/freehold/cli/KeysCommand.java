package org.freehold.cli;

import static org.freehold.cli.rest.Server.encoded;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The API keys of a tenant. */
@Command(
    name = "keys",
    description = "See, make, rotate and revoke API keys.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  freehold keys list --tenant demo --status active"})
final class KeysCommand {
  private static final String KEYS = "/api/admin/api-keys";

  @Command(
      name = "list",
      description = "List the API keys of a tenant.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  freehold keys list --tenant demo --status active"})
  int list(
      @Mixin Connection connection,
      @Mixin RowLimit limit,
      @Option(
              names = "--status",
              paramLabel = "STATUS",
              description = "Only those that are active, expired or revoked.")
          String status) {
    return connection.show(
        connection.server().list(KEYS, new Given().with("status", status).values(), limit.rows()),
        Table.columns(
            "id",
            "name",
            "prefix",
            "status",
            "role",
            "expires_at:expires",
            "last_used_at:last_used",
            "permissions"));
  }

  @Command(
      name = "show",
      description = "Show an API key, but not the key itself.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  freehold keys show 01937b5c-7000-7000-8000-000000000001"})
  int show(
      @Mixin Connection connection,
      @Parameters(paramLabel = "ID", description = "As in freehold keys list.") String id) {
    return connection.show(connection.server().get(KEYS + "/" + encoded(id)));
  }

  @Command(
      name = "create",
      description = "Make an API key; it is written to the standard output, this once.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "Example:",
        "  KEY=$(freehold keys create 'Nightly import' --permission projects:read)"
      })
  int create(
      @Mixin Connection connection,
      @Parameters(paramLabel = "NAME", description = "The name.") String name,
      @Option(
              names = "--permission",
              paramLabel = "CODE",
              description = "What it may do, as projects:write; may be repeated.")
          List<String> permissions,
      @Option(names = "--role", paramLabel = "ROLE", description = "A role, not permissions.")
          String role,
      @Option(
              names = "--allowed-ip",
              paramLabel = "RANGE",
              description = "Where it may be used from; may be repeated.")
          List<String> addresses,
      @Option(
              names = "--expires-at",
              paramLabel = "TIME",
              description = "When it ends, as 2026-12-31T00:00:00Z.")
          String expiresAt,
      @Option(
              names = "--per-hour",
              paramLabel = "N",
              description = "Requests an hour; the server's default when absent.")
          Integer perHour) {
    JsonObjectBuilder body = Json.createObjectBuilder().add("name", name);
    new Given().with("role", role).with("expires_at", expiresAt).values().forEach(body::add);
    addList(body, "permissions", permissions);
    addList(body, "allowed_ips", addresses);
    if (perHour != null) {
      body.add("rate_limit_per_hour", perHour);
    }
    return tell(connection, connection.server().post(KEYS, body.build()), "is made");
  }

  private static void addList(JsonObjectBuilder body, String name, List<String> values) {
    if (values != null) {
      body.add(name, Json.createArrayBuilder(values));
    }
  }

  @Command(
      name = "rotate",
      description = "Replace an API key; the new one is written to the standard output, this once.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "Example:",
        "  freehold keys rotate 01937b5c-7000-7000-8000-000000000001 --overlap 3600"
      })
  int rotate(
      @Mixin Connection connection,
      @Parameters(paramLabel = "ID", description = "As in freehold keys list.") String id,
      @Option(
              names = "--overlap",
              paramLabel = "SECONDS",
              defaultValue = "0",
              description = "How long the old key is still taken (${DEFAULT-VALUE}).")
          int overlap) {
    JsonObject how = Json.createObjectBuilder().add("overlap_seconds", overlap).build();
    JsonObject key = connection.server().post(KEYS + "/" + encoded(id) + "/rotate", how);
    return tell(connection, key, "is rotated");
  }

  @Command(
      name = "revoke",
      description = "End an API key at once and for good.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  freehold keys revoke 01937b5c-7000-7000-8000-000000000001"})
  int revoke(
      @Mixin Connection connection,
      @Parameters(paramLabel = "ID", description = "As in freehold keys list.") String id) {
    connection.server().delete(KEYS + "/" + encoded(id));
    return connection.done(
        Json.createObjectBuilder().add("id", id).build(), "Key %s is revoked.".formatted(id));
  }

  /** The key alone on the standard output, so that a script can take it. */
  private static int tell(Connection connection, JsonObject key, String what) {
    if (!connection.wantsJson()) {
      connection
          .err()
          .println(
              Table.printable(
                  "Key %s (%s) %s; it is told this once:"
                      .formatted(key.getString("id"), key.getString("name"), what)));
    }
    return connection.done(key, key.getString("key"));
  }
}
