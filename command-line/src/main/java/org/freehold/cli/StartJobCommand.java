package org.freehold.cli;

import static org.freehold.cli.rest.Server.encoded;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.freehold.cli.rest.Server;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Starts a job, and waits for its end when told to. */
@Command(
    name = "start",
    description =
        "Start a job. With --wait the exit code is 0 when the run completed, and 1 when not.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  freehold jobs start demo-seed -p tenant_slug=techcorp -p num_projects=3 --wait"
    })
final class StartJobCommand implements Callable<Integer> {
  @Spec private CommandSpec command;
  @Mixin private Connection connection;
  @Mixin private Waiting waiting;

  @Parameters(paramLabel = "JOB", description = "The name, as in freehold jobs list.")
  private String job;

  @Option(names = "-p", paramLabel = "NAME=VALUE", description = "A parameter; as often as needed.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Override
  public Integer call() {
    Server server = connection.server();
    JsonObject body = Json.createObjectBuilder().add("parameters", typed(server)).build();
    JsonObject run = server.post("/api/jobs/" + encoded(job) + "/runs", body).object();
    return waiting.started(connection, server, run);
  }

  /** The parameters in the forms that the job declares; what is unknown the server refuses. */
  private JsonObjectBuilder typed(Server server) {
    JsonObjectBuilder typed = Json.createObjectBuilder();
    if (parameters.isEmpty()) {
      return typed;
    }
    Map<String, String> types =
        server.get("/api/jobs").getJsonArray("items").getValuesAs(JsonObject.class).stream()
            .filter(one -> one.getString("name").equals(job))
            .flatMap(one -> one.getJsonArray("parameters").getValuesAs(JsonObject.class).stream())
            .collect(Collectors.toMap(one -> one.getString("name"), one -> one.getString("type")));
    parameters.forEach(
        (name, value) -> typed.add(name, value(name, value, types.getOrDefault(name, "string"))));
    return typed;
  }

  private JsonValue value(String name, String value, String type) {
    return switch (type) {
      case "integer" -> {
        if (!value.matches("-?[0-9]{1,18}")) {
          throw wrong(name + " is a whole number.");
        }
        yield Json.createValue(Long.parseLong(value));
      }
      case "boolean" -> {
        if (!value.equals("true") && !value.equals("false")) {
          throw wrong(name + " is true or false.");
        }
        yield value.equals("true") ? JsonValue.TRUE : JsonValue.FALSE;
      }
      default -> Json.createValue(value);
    };
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(command.commandLine(), sentence);
  }
}
