package org.freehold.cli.rest;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.http.HttpHeaders;
import java.util.Map;
import java.util.stream.Collectors;

/** What a server answered. */
public record Answer(int status, HttpHeaders headers, String text) {
  /** What to do here, where the server tells what to do in HTTP. */
  private static final Map<String, String> ADVICE =
      Map.of(
          "sign_in_required", "Sign in: freehold login --email ADDRESS.",
          "invalid_token",
              "Sign in again: freehold login --email ADDRESS; or renew FREEHOLD_TOKEN.",
          "tenant_required", "Name one: --tenant SLUG.",
          "invalid", "");

  /** The body; {@link Failure} when it is no JSON object, as from something that is no Freehold. */
  public JsonObject object() {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    } catch (JsonException e) {
      throw new Failure(
          "The server answered " + status + " with something that is not of its API.",
          "Check --server.",
          e);
    }
  }

  public boolean isProblem() {
    return status >= 300;
  }

  /** The problem in one line: its detail, its hint, its code and the id of the request. */
  public Failure failure() {
    boolean described =
        headers.firstValue("Content-Type").orElse("").startsWith("application/problem+json");
    if (!described) {
      return new Failure(
          "The server answered "
              + status
              + ", and not as Freehold does. Wait if it is starting; else check --server.",
          status,
          null);
    }
    JsonObject problem = object();
    StringBuilder line = new StringBuilder(described(problem));
    append(line, " Missing permission: ", problem, "permission", ".");
    append(line, " ", advised(problem), "hint", "");
    append(line, " (", problem, "code", ", ");
    append(line, "request ", problem, "request_id", ")");
    return new Failure(line.toString(), status, problem);
  }

  /** The faults at their places say more than the sentence about them all. */
  private static String described(JsonObject problem) {
    String detail = problem.getString("detail", problem.getString("title", "Refused."));
    if (!(problem.get("errors") instanceof JsonArray faults) || faults.isEmpty()) {
      return detail;
    }
    return faults.getValuesAs(JsonObject.class).stream()
        .map(Answer::located)
        .collect(Collectors.joining(" "));
  }

  /** The place too, unless the sentence begins with it. */
  private static String located(JsonObject fault) {
    String place = fault.getString("pointer").replaceFirst("^/", "");
    String detail = fault.getString("detail");
    return detail.startsWith(place + " ") ? detail : place + ": " + detail;
  }

  private static JsonObject advised(JsonObject problem) {
    String advice = ADVICE.get(problem.getString("code", ""));
    if (advice == null) {
      return problem;
    }
    JsonObjectBuilder other = Json.createObjectBuilder(problem).remove("hint");
    return advice.isEmpty() ? other.build() : other.add("hint", advice).build();
  }

  private static void append(
      StringBuilder line, String before, JsonObject problem, String member, String after) {
    JsonValue value = problem.get(member);
    if (value != null && value.getValueType() == JsonValue.ValueType.STRING) {
      line.append(before).append(problem.getString(member)).append(after);
    }
  }
}
