package org.freehold.web.openapi;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Paths that are no resources in code, written by hand. Their operations name the codes of their
 * problems under {@code problems}; the answers that these are come from the catalogue.
 */
final class WrittenPaths {
  private static final String PROBLEMS = "problems";
  private static final String RESPONSES = "responses";

  private final Problems problems = new Problems();

  Map<String, Object> of(JsonObject written) {
    Map<String, Object> paths = new LinkedHashMap<>();
    written.forEach((path, operations) -> paths.put(path, path(operations.asJsonObject())));
    return paths;
  }

  private Map<String, Object> path(JsonObject operations) {
    Map<String, Object> path = new LinkedHashMap<>();
    operations.forEach((verb, operation) -> path.put(verb, operation(operation.asJsonObject())));
    return path;
  }

  private Map<String, Object> operation(JsonObject written) {
    Map<String, Object> operation = new LinkedHashMap<>(written);
    List<String> codes =
        written.getJsonArray(PROBLEMS).getValuesAs(JsonString.class).stream()
            .map(JsonString::getString)
            .toList();
    operation.remove(PROBLEMS);
    Map<String, Object> responses = new LinkedHashMap<>(written.getJsonObject(RESPONSES));
    for (Map.Entry<String, JsonValue> one : written.getJsonObject(RESPONSES).entrySet()) {
      Map<String, Object> response = new LinkedHashMap<>(one.getValue().asJsonObject());
      response.put("headers", Headers.common(codes.contains("rate_limited")));
      responses.put(one.getKey(), response);
    }
    responses.putAll(problems.responses(codes));
    operation.put(RESPONSES, responses);
    return operation;
  }
}
