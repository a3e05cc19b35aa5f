package org.freehold.cli;

import static org.freehold.cli.rest.Server.encoded;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.freehold.cli.rest.Failure;
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
    subcommands = SchedulesCommand.class,
    footer = {"", "Example:", "  freehold jobs list"})
final class JobsCommand {
  static final String JOBS = "/api/jobs";
  private static final String RUNS = JOBS + "/runs";

  @Command(
      name = "list",
      description = "List the jobs that there are, each with its last run.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  freehold jobs list"})
  int list(@Mixin Connection connection) {
    return connection.show(
        connection.server().get(JOBS),
        Table.columns(
            "name", "title", "last_run.status:last_run", "last_run.created_at:started", "scope"));
  }

  @Command(
      name = "parameters",
      description = "List what a job can be told when it is started.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  freehold jobs parameters demo-seed"})
  int parameters(
      @Mixin Connection connection,
      @Parameters(paramLabel = "JOB", description = "The name, as in freehold jobs list.")
          String job) {
    List<JsonObject> parameters = JobParameters.declared(connection.server(), job);
    if (parameters.isEmpty()) {
      throw new Failure(
          "There is no job " + job + " with parameters here.", "See freehold jobs list.");
    }
    JsonArrayBuilder items = Json.createArrayBuilder();
    parameters.forEach(items::add);
    return connection.show(
        Json.createObjectBuilder().add("items", items).addNull("next").build(),
        Table.columns("name", "type", "required", "default", "minimum", "maximum", "description"));
  }

  @Command(
      name = "runs",
      description = "List runs, the newest first.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "Example:",
        "  freehold jobs runs",
        "  freehold jobs runs demo-seed --status failed"
      })
  int runs(
      @Mixin Connection connection,
      @Mixin RowLimit limit,
      @Parameters(paramLabel = "JOB", arity = "0..1", description = "Only runs of this job.")
          String job,
      @Option(names = "--status", paramLabel = "STATUS", description = "Only with this status.")
          String status) {
    Map<String, String> filters = new Given().with("job", job).with("status", status).values();
    return connection.show(
        connection.server().list(RUNS, filters, limit.rows()),
        Table.columns(
            "id",
            "job",
            "status",
            "progress.percent:percent",
            "created_at:created",
            "ended_at:ended",
            "error"));
  }

  @Command(
      name = "start",
      description = "Start a job.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "Example:",
        "  freehold jobs start rehearsal -p steps=20 -p pause_ms=200 --wait"
      })
  int start(
      @Mixin Connection connection,
      @Mixin Waiting waiting,
      @Mixin JobParameters parameters,
      @Parameters(paramLabel = "JOB", description = "The name, as in freehold jobs list.")
          String job) {
    Server server = connection.server();
    JsonObject body =
        Json.createObjectBuilder().add("parameters", parameters.typed(server, job)).build();
    JsonObject run = server.post(JOBS + "/" + encoded(job) + "/runs", body);
    return waiting.started(connection, server, run);
  }

  @Command(
      name = "show",
      description = "Show a run.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  freehold jobs show 01937b5c-7000-7000-8000-000000000001"})
  int show(
      @Mixin Connection connection,
      @Parameters(paramLabel = "RUN", description = "Its id.") String id) {
    return connection.show(connection.server().get(run(id)));
  }

  @Command(
      name = "stop",
      description = "Stop a run at its next checkpoint.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  freehold jobs stop 01937b5c-7000-7000-8000-000000000001"})
  int stop(
      @Mixin Connection connection,
      @Parameters(paramLabel = "RUN", description = "Its id.") String id) {
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
      @Parameters(paramLabel = "RUN", description = "Its id.") String id) {
    Server server = connection.server();
    return waiting.started(connection, server, server.post(run(id) + "/restart", null));
  }

  @Command(
      name = "abandon",
      description = "Give a run up for good.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  freehold jobs abandon 01937b5c-7000-7000-8000-000000000001"})
  int abandon(
      @Mixin Connection connection,
      @Parameters(paramLabel = "RUN", description = "Its id.") String id) {
    return step(connection, id, "abandon");
  }

  @Command(
      name = "logs",
      description = "Show what a run had to say, the oldest line first.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "Example:",
        "  freehold jobs logs 01937b5c-7000-7000-8000-000000000001 --follow"
      })
  int logs(
      @Mixin Connection connection,
      @Mixin RowLimit limit,
      @Option(
              names = {"-f", "--follow"},
              description =
                  "Show every line, and those that come, until the run has ended; exit code 0 only"
                      + " if it completed.")
          boolean follow,
      @Parameters(paramLabel = "RUN", description = "Its id.") String id) {
    Server server = connection.server();
    String path = run(id) + "/logs";
    if (follow) {
      RunLog log = new RunLog(server, path, connection::line);
      return Waiting.follow(connection, server, server.get(run(id)), log);
    }
    return connection.show(
        server.list(path, Map.of(), limit.rows()), Table.columns("time", "level", "message"));
  }

  private static int step(Connection connection, String id, String step) {
    JsonObject run = connection.server().post(run(id) + "/" + step, null);
    return connection.done(run, "Run %s is %s.".formatted(id, run.getString("status")));
  }

  private static String run(String id) {
    return RUNS + "/" + encoded(id);
  }
}
