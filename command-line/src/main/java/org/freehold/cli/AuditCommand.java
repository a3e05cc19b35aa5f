package org.freehold.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.freehold.cli.rest.Failure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The audit log of a tenant. */
@Command(
    name = "audit",
    description = "Read the audit log.",
    mixinStandardHelpOptions = true,
    subcommands = {AuditVerifyCommand.class, AuditKeyCommand.class},
    footer = {"", "Example:", "  freehold audit list --tenant demo"})
final class AuditCommand {
  private static final String EVENTS = "/api/audit-logs";

  @Command(
      name = "list",
      description = "List who did what, the newest first.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  freehold audit list --tenant demo --success false --limit 20"})
  int list(@Mixin Connection connection, @Mixin RowLimit limit, @Mixin AuditFilters filters) {
    return connection.show(
        connection.server().list(EVENTS, filters.values(), limit.rows()),
        Table.columns(
            "timestamp:time",
            "action",
            "user_email:user",
            "resource_type:on",
            "resource_id:id",
            "success"));
  }

  @Command(
      name = "export",
      description = "Write all events to a file, a line of JSON each, the newest first.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "Example:",
        "  freehold audit export --tenant demo --from 2026-01-01T00:00:00Z --file audit.jsonl"
      })
  int export(
      @Mixin Connection connection,
      @Mixin AuditFilters filters,
      @Option(
              names = "--file",
              paramLabel = "FILE",
              required = true,
              description = "Where to write; must not exist.")
          Path file)
      throws IOException {
    long[] count = {0};
    OutputStream made = PrivateFile.create(file);
    try (PrintWriter lines = new PrintWriter(made, false, StandardCharsets.UTF_8)) {
      connection
          .server()
          .each(
              EVENTS,
              filters.values(),
              Long.MAX_VALUE,
              event -> {
                lines.println(event);
                count[0]++;
              });
      if (lines.checkError()) {
        throw new Failure(file + " cannot be written.", "Is the disk full?");
      }
    } catch (Failure incomplete) {
      Files.delete(file);
      throw incomplete;
    }
    connection.out().println("Wrote " + count[0] + " events to " + file + ".");
    return 0;
  }
}
