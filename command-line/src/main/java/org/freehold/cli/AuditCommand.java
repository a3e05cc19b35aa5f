package org.freehold.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The audit log of a tenant. */
@Command(
    name = "audit",
    description = "Read the audit log.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  freehold audit list --tenant demo"})
final class AuditCommand {

  @Command(
      name = "list",
      description = "List who did what, the newest first.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  freehold audit list --tenant demo --success false --limit 20"})
  int list(
      @Mixin Connection connection,
      @Mixin RowLimit limit,
      @Option(names = "--action", description = "Only this action.") String action,
      @Option(names = "--resource-type", paramLabel = "TYPE", description = "Only on these.")
          String resourceType,
      @Option(names = "--resource", paramLabel = "ID", description = "Only on this one.")
          String resource,
      @Option(names = "--user", paramLabel = "ID", description = "Only by this person.")
          String user,
      @Option(names = "--success", paramLabel = "true|false", description = "Done, or refused.")
          String success,
      @Option(names = "--from", paramLabel = "TIME", description = "Not before (ISO 8601).")
          String from,
      @Option(names = "--to", paramLabel = "TIME", description = "Before (ISO 8601).") String to) {
    Given filters =
        new Given()
            .with("action", action)
            .with("resource_type", resourceType)
            .with("resource_id", resource)
            .with("user_id", user)
            .with("success", success)
            .with("from", from)
            .with("to", to);
    return connection.show(
        connection.server().list("/api/audit-logs", filters.values(), limit.rows()),
        Table.columns(
            "timestamp", "action", "user_email", "resource_type", "resource_id", "success"));
  }
}
