package org.freehold.cli;

import static org.freehold.cli.rest.Server.encoded;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import org.freehold.cli.rest.Server;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** When jobs are started by themselves. */
@Command(
    name = "schedules",
    description = "See and change when jobs are started by themselves.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  freehold jobs schedules list --tenant demo"})
final class SchedulesCommand {
  private static final String SCHEDULES = JobsCommand.JOBS + "/schedules";

  @Command(
      name = "list",
      description = "List the schedules of the tenant, or of the platform.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  freehold jobs schedules list --tenant -"})
  int list(@Mixin Connection connection, @Mixin RowLimit limit) {
    return connection.show(
        connection.server().list(SCHEDULES, Map.of(), limit.rows()),
        Table.columns(
            "id", "job", "cron", "zone", "enabled", "next_fire_at:next_run", "last_run_id"));
  }

  @Command(
      name = "create",
      description = "Start a job by itself from now on.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "Example:",
        "  freehold jobs schedules create rehearsal --cron '0 3 * * *' --zone Europe/Berlin"
      })
  int create(
      @Mixin Connection connection,
      @Mixin JobParameters parameters,
      @Parameters(paramLabel = "JOB", description = "The name, as in freehold jobs list.")
          String job,
      @Option(
              names = "--cron",
              paramLabel = "FIELDS",
              required = true,
              description =
                  "Minute, hour, day of the month, month, day of the week; seconds may stand"
                      + " before them.")
          String cron,
      @Option(names = "--zone", paramLabel = "ZONE", description = "The time zone; UTC if absent.")
          String zone) {
    Server server = connection.server();
    JsonObjectBuilder body = Json.createObjectBuilder().add("job", job).add("cron", cron);
    if (zone != null) {
      body.add("zone", zone);
    }
    body.add("parameters", parameters.typed(server, job));
    JsonObject made = server.post(SCHEDULES, body.build());
    return connection.done(
        made,
        "Schedule %s is made; it starts %s next at %s."
            .formatted(made.getString("id"), job, Table.text(made.get("next_fire_at"))));
  }

  @Command(
      name = "enable",
      description = "Switch a schedule on again.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "Example:",
        "  freehold jobs schedules enable 01937b5c-7000-7000-8000-000000000001"
      })
  int enable(
      @Mixin Connection connection,
      @Parameters(paramLabel = "SCHEDULE", description = "Its id.") String id) {
    return turn(connection, id, true);
  }

  @Command(
      name = "disable",
      description = "Switch a schedule off; it starts nothing until it is on again.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "Example:",
        "  freehold jobs schedules disable 01937b5c-7000-7000-8000-000000000001"
      })
  int disable(
      @Mixin Connection connection,
      @Parameters(paramLabel = "SCHEDULE", description = "Its id.") String id) {
    return turn(connection, id, false);
  }

  @Command(
      name = "delete",
      description = "Delete a schedule; its runs stay.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "Example:",
        "  freehold jobs schedules delete 01937b5c-7000-7000-8000-000000000001"
      })
  int delete(
      @Mixin Connection connection,
      @Parameters(paramLabel = "SCHEDULE", description = "Its id.") String id) {
    connection.server().delete(SCHEDULES + "/" + encoded(id));
    return connection.done(
        Json.createObjectBuilder().add("id", id).build(), "Schedule %s is deleted.".formatted(id));
  }

  private static int turn(Connection connection, String id, boolean on) {
    JsonObject schedule =
        connection
            .server()
            .patch(
                SCHEDULES + "/" + encoded(id),
                Json.createObjectBuilder().add("enabled", on).build());
    return connection.done(
        schedule, "Schedule %s is switched %s.".formatted(id, on ? "on" : "off"));
  }
}
