package org.freehold.cli;

import static org.freehold.cli.rest.Server.encoded;

import jakarta.json.JsonObject;
import java.util.Map;
import org.freehold.cli.rest.Server;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Batch jobs: starting, watching and steering their runs. */
@Command(
    name = "jobs",
    description = "See, start and steer batch jobs.",
    mixinStandardHelpOptions = true,
    subcommands = StartJobCommand.class,
    footer = {"", "Example:", "  freehold jobs list"})
final class JobsCommand {
  static final String JOBS = "/api/jobs";
  static final String RUNS = JOBS + "/runs/";

  @Command(
      name = "list",
      description = "List the jobs that there are, or the runs of one.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "Example:",
        "  freehold jobs list",
        "  freehold jobs list demo-seed --status failed"
      })
  int list(
      @Mixin Connection connection,
      @Mixin RowLimit limit,
      @Parameters(paramLabel = "JOB", arity = "0..1", description = "Lists the runs of this job.")
          String job,
      @Option(names = "--status", description = "Only runs with this status, of all jobs.")
          String status) {
    Server server = connection.server();
    if (job == null && status == null) {
      return connection.show(
          server.get(JOBS),
          Table.columns("name", "title", "scope", "last_run.status", "last_run.created_at"));
    }
    Map<String, String> filters = new Given().with("job", job).with("status", status).values();
    return connection.show(
        server.list(JOBS + "/runs", filters, limit.rows()),
        Table.columns(
            "id", "job", "status", "progress.percent", "created_at", "ended_at", "error"));
  }

  @Command(
      name = "show",
      description = "Show a run.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  freehold jobs show 01937b5c-7000-7000-8000-000000000001"})
  int show(@Mixin Connection connection, @Parameters(paramLabel = "RUN") String id) {
    return connection.show(connection.server().get(RUNS + encoded(id)));
  }

  @Command(
      name = "stop",
      description = "Stop a run at its next checkpoint.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  freehold jobs stop 01937b5c-7000-7000-8000-000000000001"})
  int stop(@Mixin Connection connection, @Parameters(paramLabel = "RUN") String id) {
    return step(connection, id, "stop");
  }

  @Command(
      name = "restart",
      description = "Let a failed or stopped run go on from its checkpoint.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "Example:",
        "  freehold jobs restart 01937b5c-7000-7000-8000-000000000001 --wait"
      })
  int restart(
      @Mixin Connection connection,
      @Mixin Waiting waiting,
      @Parameters(paramLabel = "RUN") String id) {
    Server server = connection.server();
    JsonObject run = server.post(RUNS + encoded(id) + "/restart", null).object();
    return waiting.started(connection, server, run);
  }

  @Command(
      name = "abandon",
      description = "Give a run up for good.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  freehold jobs abandon 01937b5c-7000-7000-8000-000000000001"})
  int abandon(@Mixin Connection connection, @Parameters(paramLabel = "RUN") String id) {
    return step(connection, id, "abandon");
  }

  @Command(
      name = "logs",
      description = "Show what a run had to say.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  freehold jobs logs 01937b5c-7000-7000-8000-000000000001"})
  int logs(
      @Mixin Connection connection,
      @Mixin RowLimit limit,
      @Parameters(paramLabel = "RUN") String id) {
    return connection.show(
        connection.server().list(RUNS + encoded(id) + "/logs", Map.of(), limit.rows()),
        Table.columns("time", "level", "message"));
  }

  @Command(
      name = "schedules",
      description = "List when jobs are started by themselves.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  freehold jobs schedules --tenant demo"})
  int schedules(@Mixin Connection connection, @Mixin RowLimit limit) {
    return connection.show(
        connection.server().list(JOBS + "/schedules", Map.of(), limit.rows()),
        Table.columns("id", "job", "cron", "zone", "enabled", "next_fire_at", "last_run_id"));
  }

  private static int step(Connection connection, String id, String step) {
    JsonObject run = connection.server().post(RUNS + encoded(id) + "/" + step, null).object();
    return connection.done(run, "Run %s is %s.".formatted(id, run.getString("status")));
  }
}
