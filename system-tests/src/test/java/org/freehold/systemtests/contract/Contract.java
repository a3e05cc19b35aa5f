package org.freehold.systemtests.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** An OpenAPI 3.1 document, with schemas that allow no members but those that they name. */
final class Contract {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private static final SchemaValidatorsConfig CONFIG =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  private final JsonNode document;
  private final Map<JsonNode, JsonSchema> compiled = new ConcurrentHashMap<>();

  Contract(String text) {
    document = parse(text);
    close(document.path("components").path("schemas"));
  }

  JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("No JSON: " + text, e);
    }
  }

  private static void close(JsonNode node) {
    if (node instanceof ObjectNode schema
        && schema.path("properties").isObject()
        && !schema.has("additionalProperties")) {
      schema.put("additionalProperties", false);
    }
    node.forEach(Contract::close);
  }

  /** Null when the document has no such path and method. */
  JsonNode operation(String verb, String pathWithQuery) {
    String path =
        pathWithQuery
            .replaceAll("[?#].*", "")
            .replaceFirst("^/t/[^/]+(?=/)", "")
            .replaceFirst("(?<=.)/$", "");
    return stream(document.path("paths").fieldNames())
        .filter(template -> path.matches(pattern(template)))
        .min(Comparator.comparingInt(template -> template.split("\\{", -1).length))
        .map(template -> document.path("paths").path(template).get(verb))
        .orElse(null);
  }

  private static String pattern(String template) {
    // Tiles are named by several parts of a path.
    if (template.endsWith("/tile/{level}/{tile}")) {
      return template.replaceAll("\\{level}", "[0-9]").replaceAll("\\{tile}", ".+");
    }
    return Pattern.compile("\\{[^}]+}")
        .splitAsStream(template + "\0")
        .map(literal -> Pattern.quote(literal.replace("\0", "")))
        .reduce((start, rest) -> start + "[^/]+" + rest)
        .orElseThrow();
  }

  JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
  }

  JsonNode reference(String schema) {
    return JSON.createObjectNode().put("$ref", "#/components/schemas/" + schema);
  }

  /** The example of a problem; missing when the document does not know the code. */
  JsonNode problem(String code) {
    return document.path("components").path("examples").path(code).path("value");
  }

  /** What of the value the schema does not allow, each with its place. */
  List<String> faults(JsonNode schema, JsonNode value) {
    JsonSchema validator = compiled.computeIfAbsent(schema, this::compile);
    return validator.validate(value).stream().map(ValidationMessage::getMessage).sorted().toList();
  }

  private JsonSchema compile(JsonNode schema) {
    ObjectNode root = schema.deepCopy();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.set("components", document.path("components"));
    return SCHEMAS.getSchema(root, CONFIG);
  }

  private static Stream<String> stream(java.util.Iterator<String> names) {
    Iterable<String> all = () -> names;
    return StreamSupport.stream(all.spliterator(), false);
  }
}
