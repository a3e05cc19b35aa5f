package org.freehold.cli;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.freehold.cli.rest.Server;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a job is told when it is started. */
final class JobParameters {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = {"-p", "--parameter"},
      paramLabel = "NAME=VALUE",
      description = "A parameter of the job; as often as needed.")
  private Map<String, String> given = new LinkedHashMap<>();

  /** The parameters that a job takes, as the server declares them; none when it is unknown. */
  static List<JsonObject> declared(Server server, String job) {
    return server.get(JobsCommand.JOBS).getJsonArray("items").getValuesAs(JsonObject.class).stream()
        .filter(one -> one.getString("name").equals(job))
        .flatMap(one -> one.getJsonArray("parameters").getValuesAs(JsonObject.class).stream())
        .toList();
  }

  /** The parameters in the forms that the job declares; what is unknown the server refuses. */
  JsonObject typed(Server server, String job) {
    JsonObjectBuilder typed = Json.createObjectBuilder();
    if (given.isEmpty()) {
      return typed.build();
    }
    Map<String, String> types =
        declared(server, job).stream()
            .collect(Collectors.toMap(one -> one.getString("name"), one -> one.getString("type")));
    given.forEach(
        (name, value) -> typed.add(name, value(name, value, types.getOrDefault(name, "string"))));
    return typed.build();
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
