package org.freehold.forwarding.internal;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The published sources of OCSF 1.3.0: classes and objects with all that they extend and include,
 * and with what the dictionary says of each attribute.
 */
final class OcsfSources {
  private static final String FOLDER = "/org/freehold/forwarding/ocsf-1.3.0/";

  private static final Map<String, String> PARENTS =
      Map.of(
          "base_event", "events/base_event",
          "iam", "events/iam/iam",
          "application", "events/application/application");

  /** The generated schema has the number of the class there, which is looked at by itself. */
  private static final Set<String> NUMBERS = Set.of("class_uid", "category_uid");

  private final Map<String, Definition> known = new HashMap<>();
  private final JsonObject dictionary = source("dictionary");
  private final String version = source("version").getString("version");
  private final JsonObject categories = source("categories").getJsonObject("attributes");

  /** What the definition of a class or an object comes to. */
  record Definition(Map<String, JsonObject> attributes, JsonObject own, String category) {}

  String version() {
    return version;
  }

  JsonObject category(String name) {
    return categories.getJsonObject(name);
  }

  /** What the dictionary says of a type. */
  JsonObject type(String name) {
    return dictionary.getJsonObject("types").getJsonObject("attributes").getJsonObject(name);
  }

  /** Of a class or an object, by its file. */
  Definition definition(String file) {
    Definition before = known.get(file);
    if (before == null) {
      before = read(file);
      known.put(file, before);
    }
    return before;
  }

  private Definition read(String file) {
    JsonObject own = source(file);
    String parent = own.getString("extends", null);
    Definition base =
        parent == null
            ? new Definition(new TreeMap<>(), own, own.getString("category", null))
            : definition(PARENTS.getOrDefault(parent, "objects/" + parent));
    Map<String, JsonObject> attributes = new TreeMap<>(base.attributes());
    JsonObject listed = own.getJsonObject("attributes");
    included(listed).forEach(name -> include(source(name.replace(".json", "")), attributes));
    listed.forEach((name, value) -> merge(attributes, name, value));
    return new Definition(
        of(attributes),
        own.containsKey("constraints") || !base.own().containsKey("constraints")
            ? own
            : Json.createObjectBuilder(own)
                .add("constraints", base.own().get("constraints"))
                .build(),
        own.getString("category", base.category()));
  }

  private static List<String> included(JsonObject attributes) {
    return attributes.containsKey("$include")
        ? attributes.getJsonArray("$include").getValuesAs(JsonString::getString)
        : List.of();
  }

  /** The attributes of a profile are there only for events that say that they have it. */
  private static void include(JsonObject part, Map<String, JsonObject> attributes) {
    boolean profile = "profile".equals(part.getString("meta", null));
    part.getJsonObject("attributes")
        .forEach(
            (name, value) ->
                merge(
                    attributes,
                    name,
                    profile
                        ? Json.createObjectBuilder(value.asJsonObject())
                            .add("profile", part.getString("name"))
                            .build()
                        : value));
  }

  private static void merge(Map<String, JsonObject> attributes, String name, JsonValue value) {
    if (!name.equals("$include")) {
      JsonObject before = attributes.getOrDefault(name, JsonValue.EMPTY_JSON_OBJECT);
      attributes.put(name, Json.createMergePatch(withoutNulls(value)).apply(before).asJsonObject());
      if (value.asJsonObject().get("profile") == JsonValue.NULL) {
        attributes.put(
            name, Json.createObjectBuilder(attributes.get(name)).remove("profile").build());
      }
    }
  }

  private static JsonValue withoutNulls(JsonValue value) {
    return value.asJsonObject().get("profile") == JsonValue.NULL
        ? Json.createObjectBuilder(value.asJsonObject()).remove("profile").build()
        : value;
  }

  /** With what the dictionary says of each. */
  private Map<String, JsonObject> of(Map<String, JsonObject> attributes) {
    Map<String, JsonObject> whole = new TreeMap<>();
    attributes.forEach(
        (name, own) -> {
          JsonObject general = dictionary.getJsonObject("attributes").getJsonObject(name);
          JsonObject both =
              Json.createMergePatch(own)
                  .apply(general == null ? JsonValue.EMPTY_JSON_OBJECT : general)
                  .asJsonObject();
          whole.put(
              name,
              NUMBERS.contains(name)
                  ? Json.createObjectBuilder(both).remove("enum").build()
                  : both);
        });
    return whole;
  }

  private static JsonObject source(String name) {
    try (InputStream in = OcsfSources.class.getResourceAsStream(FOLDER + name + ".json")) {
      if (in == null) {
        throw new IllegalStateException("There is no " + name + " among the sources");
      }
      return Json.createReader(in).readObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
