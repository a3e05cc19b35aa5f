package org.freehold.market.internal;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.freehold.platform.Invalid;
import org.freehold.platform.Problem.Fault;
import org.freehold.platform.Text;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.schema.JsonBounds;
import org.freehold.platform.schema.JsonSchemas;

/**
 * What a template asks: steps that are JSON Schemas of one object. A condition sees the answers of
 * all steps; an answer to a question that they do not ask is dropped before anything looks at it.
 */
final class Questions {
  private static final List<String> BRANCHES = List.of("then", "else");
  private static final String CONDITION = "if";
  private static final String DEFAULT = "default";

  /** Of all defaults together, in characters. */
  private static final int LARGEST_DEFAULTS = 65_536;

  private final List<JsonObject> steps;
  private final JsonObject whole;
  private final JsonSchema schema;
  private final Map<JsonObject, JsonSchema> conditions = new ConcurrentHashMap<>();

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
    each(
        (name, question) -> {
          if (question.getBoolean("writeOnly", false)) {
            secrets.add(name);
          }
        });
    return secrets;
  }

  /** Those of them whose answer everybody would know who may look at the template. */
  Set<String> secretsWithDefault() {
    Set<String> secrets = secrets();
    Set<String> told = new TreeSet<>();
    each(
        (name, question) -> {
          if (question.containsKey(DEFAULT) && secrets.contains(name)) {
            told.add(name);
          }
        });
    return told;
  }

  boolean defaultsNameConditions() {
    List<JsonValue> defaults = new ArrayList<>();
    each((name, question) -> defaults.add(question.getOrDefault(DEFAULT, JsonValue.NULL)));
    return defaults.stream().allMatch(Places::namesConditions);
  }

  /** How many there are. */
  long conditions() {
    return parts().stream().filter(part -> part.containsKey(CONDITION)).count();
  }

  private void each(BiConsumer<String, JsonObject> use) {
    parts()
        .forEach(
            part ->
                object(part, "properties")
                    .forEach((name, question) -> use.accept(name, question.asJsonObject())));
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
    List<Fault> tooLong = JsonBounds.faults(given, Text.DESCRIPTION);
    if (!tooLong.isEmpty()) {
      throw new Invalid(tooLong);
    }
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
    JsonSchemas.Readable readable = new JsonSchemas.Readable();
    Map<String, JsonValue> answers = Map.of();
    for (int round = 0; round <= most + 1; round++) {
      Map<String, JsonValue> next = selected(given, answers, readable);
      if (next.equals(answers)) {
        return next;
      }
      answers = next;
    }
    throw Invalid.at("", "contradiction", "The conditions of the template contradict each other.");
  }

  private Map<String, JsonValue> selected(
      JsonObject given, Map<String, JsonValue> before, JsonSchemas.Readable readable) {
    Map<String, JsonObject> asked = asked(readable.of(before));
    Map<String, JsonValue> answers = new LinkedHashMap<>();
    Map<String, JsonValue> known = new LinkedHashMap<>(before);
    Places places = new Places(known, LARGEST_DEFAULTS);
    asked.forEach(
        (name, question) -> {
          JsonValue answer = given.get(name);
          if (answer != null && answer != JsonValue.NULL) {
            answers.put(name, answer);
            known.put(name, answer);
          } else if (question.containsKey(DEFAULT)) {
            places
                .filled(question.get(DEFAULT))
                .ifPresent(
                    value -> {
                      answers.put(name, value);
                      known.put(name, value);
                    });
          }
        });
    return answers;
  }

  /** The questions that these answers select, in their order. */
  private Map<String, JsonObject> asked(JsonNode answers) {
    Map<String, JsonObject> asked = new LinkedHashMap<>();
    steps.forEach(step -> ask(step, answers, asked));
    return asked;
  }

  private void ask(JsonObject part, JsonNode answers, Map<String, JsonObject> asked) {
    object(part, "properties").forEach((name, one) -> asked.putIfAbsent(name, one.asJsonObject()));
    array(part, "allOf").forEach(one -> ask(one.asJsonObject(), answers, asked));
    if (part.containsKey(CONDITION)) {
      JsonSchema condition =
          conditions.computeIfAbsent(part.getJsonObject(CONDITION), JsonSchemas::of);
      boolean holds = JsonSchemas.holds(condition, answers);
      ask(object(part, holds ? "then" : "else"), answers, asked);
    }
    object(part, "dependentSchemas")
        .forEach(
            (name, one) -> {
              if (answers.has(name)) {
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
