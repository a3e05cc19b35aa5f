package org.freehold.cli;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The keys that sign checkpoints over the audit trail. */
@Command(
    name = "key",
    description = "See and rotate the keys that sign checkpoints.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  freehold audit key list"})
final class AuditKeyCommand {
  private static final String KEYS = "/api/audit/keys";

  @Command(
      name = "list",
      description = "List all keys that ever signed, the newest first.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  freehold audit key list"})
  int list(@Mixin Connection connection, @Mixin RowLimit limit) {
    return connection.show(
        connection.server().list(KEYS, Map.of(), limit.rows()),
        Table.columns("key_id", "created_at:since", "verifier_key"));
  }

  @Command(
      name = "rotate",
      description = "Make a new key that signs from now on; the one before introduces it.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  freehold audit key rotate"})
  int rotate(@Mixin Connection connection) {
    JsonObject key = connection.server().post(KEYS + "/rotate", JsonValue.EMPTY_JSON_OBJECT);
    return connection.show(key);
  }
}
