package org.freehold.market.internal;

import com.networknt.schema.JsonSchema;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.freehold.platform.Invalid;
import org.freehold.platform.Problem.Fault;
import org.freehold.platform.json.JsonText;

/**
 * What a template asks: steps that are JSON Schemas of one object. A condition sees the answers of
 * all steps; an answer to a question that they do not ask is dropped before anything looks at it.
 */
final class Questions {
  private static final List<String> BRANCHES = List.of("then", "else");

  private final List<JsonObject> steps;
  private final JsonObject whole;
  private final JsonSchema schema;

  Questions(List<JsonObject> steps) {
    this.steps = List.copyOf(steps);
    JsonArrayBuilder all = JsonText.PROVIDER.createArrayBuilder();
    steps.forEach(all::add);
    whole =
        JsonText.PROVIDER
            .createObjectBuilder()
            .add("$schema", "https://json-schema.org/draft/2020-12/schema")
            .add("type", "object")
            .add("allOf", all)
            .build();
    schema = JsonSchemas.of(whole);
  }

  List<JsonObject> steps() {
    return steps;
  }

  JsonObject whole() {
    return whole;
  }

  /** All that can be asked. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    parts().forEach(part -> names.addAll(object(part, "properties").keySet()));
    return names;
  }

  /** The names of answers that are never kept nor told. */
  Set<String> secrets() {
    Set<String> secrets = new TreeSet<>();
    parts()
        .forEach(
            part ->
                object(part, "properties")
                    .forEach(
                        (name, one) -> {
                          if (one.asJsonObject().getBoolean("writeOnly", false)) {
                            secrets.add(name);
                          }
                        }));
    return secrets;
  }

  /** The steps and all that is in them, whether it is asked or not. */
  private List<JsonObject> parts() {
    List<JsonObject> parts = new ArrayList<>(steps);
    for (int i = 0; i < parts.size(); i++) {
      JsonObject part = parts.get(i);
      BRANCHES.stream().filter(part::containsKey).map(part::getJsonObject).forEach(parts::add);
      array(part, "allOf").forEach(one -> parts.add(one.asJsonObject()));
      object(part, "dependentSchemas").values().forEach(one -> parts.add(one.asJsonObject()));
    }
    return parts;
  }

  /**
   * What counts of what was given, with defaults, in the order of the questions. {@link Invalid}
   * with a pointer to whatever is wrong.
   */
  Map<String, JsonValue> answered(JsonObject given) {
    Set<String> names = names();
    List<Fault> faults = new ArrayList<>();
    given.keySet().stream()
        .filter(name -> !names.contains(name))
        .forEach(
            name ->
                faults.add(
                    new Fault("/" + name, "unknown_field", "The template does not ask this.")));
    Map<String, JsonValue> answers = settled(given, names.size());
    faults.addAll(JsonSchemas.faults(schema, object(answers)));
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
    return answers;
  }

  /** Answers decide what is asked, and that decides which answers count: until nothing changes. */
  private Map<String, JsonValue> settled(JsonObject given, int most) {
    Map<String, JsonValue> answers = Map.of();
    for (int round = 0; round <= most + 1; round++) {
      Map<String, JsonValue> next = selected(given, answers);
      if (next.equals(answers)) {
        return next;
      }
      answers = next;
    }
    throw Invalid.at("", "contradiction", "The conditions of the template contradict each other.");
  }

  private Map<String, JsonValue> selected(JsonObject given, Map<String, JsonValue> before) {
    Map<String, JsonObject> asked = asked(before);
    Map<String, JsonValue> answers = new LinkedHashMap<>();
    asked.forEach(
        (name, question) -> {
          JsonValue answer = given.get(name);
          if (answer != null && answer != JsonValue.NULL) {
            answers.put(name, answer);
          } else if (question.containsKey("default")) {
            Map<String, JsonValue> known = new LinkedHashMap<>(before);
            known.putAll(answers);
            Places.filled(question.get("default"), known)
                .ifPresent(value -> answers.put(name, value));
          }
        });
    return answers;
  }

  /** The questions that these answers select, in their order. */
  Map<String, JsonObject> asked(Map<String, JsonValue> answers) {
    Map<String, JsonObject> asked = new LinkedHashMap<>();
    JsonObject known = object(answers);
    steps.forEach(step -> ask(step, known, asked));
    return asked;
  }

  private static void ask(JsonObject part, JsonObject answers, Map<String, JsonObject> asked) {
    object(part, "properties").forEach((name, one) -> asked.putIfAbsent(name, one.asJsonObject()));
    array(part, "allOf").forEach(one -> ask(one.asJsonObject(), answers, asked));
    if (part.containsKey("if")) {
      boolean holds = JsonSchemas.holds(JsonSchemas.of(part.getJsonObject("if")), answers);
      ask(object(part, holds ? "then" : "else"), answers, asked);
    }
    object(part, "dependentSchemas")
        .forEach(
            (name, one) -> {
              if (answers.containsKey(name)) {
                ask(one.asJsonObject(), answers, asked);
              }
            });
  }

  private static JsonObject object(Map<String, JsonValue> values) {
    JsonObjectBuilder object = JsonText.PROVIDER.createObjectBuilder();
    values.forEach(object::add);
    return object.build();
  }

  private static JsonObject object(JsonObject part, String name) {
    return part.containsKey(name) ? part.getJsonObject(name) : JsonValue.EMPTY_JSON_OBJECT;
  }

  private static JsonArray array(JsonObject part, String name) {
    return part.containsKey(name) ? part.getJsonArray(name) : JsonValue.EMPTY_JSON_ARRAY;
  }
}
