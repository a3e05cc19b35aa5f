package org.freehold.web.openapi.bruno;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The example of a body, made fit to be sent: ids in it belong to nothing on the reader's server,
 * so they become variables where they are required and are left out where they are not.
 */
final class ExampleBody {
  private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Map<String, List<String>> FROM_VARIABLES =
      Map.of("authLogin", List.of("email", "password"), "authRefresh", List.of("refresh_token"));

  private final JsonNode document;

  ExampleBody(JsonNode document) {
    this.document = document;
  }

  JsonNode of(String operation, JsonNode content) {
    JsonNode example = content.path("example").deepCopy();
    Set<String> required = required(content.path("schema"));
    if (example instanceof ObjectNode members) {
      List<String> names = new ArrayList<>();
      members.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        if (FROM_VARIABLES.getOrDefault(operation, List.of()).contains(name)) {
          members.put(name, Variables.use(name));
        } else if (hasIds(members.get(name)) && !required.contains(name)) {
          members.remove(name);
        } else {
          members.set(name, filled(name, members.get(name)));
        }
      }
    }
    return example;
  }

  private Set<String> required(JsonNode schema) {
    JsonNode resolved =
        schema.has("$ref") ? document.at(schema.path("$ref").asText().substring(1)) : schema;
    Set<String> names = new HashSet<>();
    resolved.path("required").forEach(name -> names.add(name.asText()));
    return names;
  }

  private static boolean hasIds(JsonNode value) {
    if (value.isTextual()) {
      return UUID.matcher(value.asText()).matches();
    }
    for (JsonNode part : value) {
      if (hasIds(part)) {
        return true;
      }
    }
    return false;
  }

  private static JsonNode filled(String name, JsonNode value) {
    if (value.isTextual()) {
      return hasIds(value) ? TextNode.valueOf(Variables.use(name.replaceAll("s$", ""))) : value;
    }
    if (value instanceof ArrayNode items) {
      for (int i = 0; i < items.size(); i++) {
        items.set(i, filled(name, items.get(i)));
      }
    }
    if (value instanceof ObjectNode members) {
      members.properties().forEach(m -> m.setValue(filled(m.getKey(), m.getValue())));
    }
    return value;
  }
}
