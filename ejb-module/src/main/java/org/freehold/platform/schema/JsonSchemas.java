package org.freehold.platform.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.OutputFormat;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.resource.DisallowSchemaLoader;
import com.networknt.schema.serialization.JsonMapperFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.PatternSyntaxException;
import org.freehold.platform.Invalid;
import org.freehold.platform.Problem.Fault;
import org.freehold.platform.json.JsonText;

/** JSON Schema (2020-12) with formats asserted, and without schemas from elsewhere. */
public final class JsonSchemas {
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.builder(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012))
          .schemaLoaders(loaders -> loaders.add(DisallowSchemaLoader.getInstance()))
          .build();
  private static final SchemaValidatorsConfig CONFIG =
      SchemaValidatorsConfig.builder()
          .pathType(PathType.JSON_POINTER)
          .formatAssertionsEnabled(true)
          .regularExpressionFactory(AnchoredPattern::new)
          .locale(Locale.ENGLISH)
          .build();

  private static final JsonSchema META =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(SchemaLocation.of(SchemaId.V202012), CONFIG);

  private JsonSchemas() {}

  public static JsonSchema of(JsonObject schema) {
    return of(JsonText.of(schema));
  }

  /** {@link Invalid} when it is none. */
  public static JsonSchema of(String schema) {
    try {
      return FACTORY.getSchema(schema, CONFIG);
    } catch (JsonSchemaException | PatternSyntaxException e) {
      throw Invalid.at("", "schema", "This is no JSON Schema: " + e.getMessage());
    }
  }

  /** Answers in the form that the validator reads; each is brought into it once. */
  public static final class Readable {
    private final Map<JsonValue, JsonNode> known = new HashMap<>();

    public JsonNode of(Map<String, JsonValue> answers) {
      ObjectNode all = JsonNodeFactory.instance.objectNode();
      answers.forEach(
          (name, answer) -> all.set(name, known.computeIfAbsent(answer, Readable::read)));
      return all;
    }

    private static JsonNode read(JsonValue answer) {
      try {
        return JsonMapperFactory.getInstance().readTree(JsonText.of(answer));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("What we wrote ourselves is no JSON", e);
      }
    }
  }

  /**
   * {@link Invalid} with what is wrong about the schema by the meta-schema: unknown types, keywords
   * of the wrong kind.
   */
  public static void require(JsonObject schema) {
    List<Fault> faults = faults(META, schema);
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
    of(schema);
  }

  public static boolean holds(JsonSchema schema, JsonNode object) {
    return matched(() -> schema.validate(object, OutputFormat.BOOLEAN));
  }

  /**
   * Java matches a group that repeats by calling itself for each time that it does, and tries every
   * way in which a text could be of a pattern.
   */
  private static <T> T matched(Supplier<T> validation) {
    try {
      return validation.get();
    } catch (StackOverflowError | CountedText.TooOften e) {
      throw Invalid.at("", "pattern", "A text is too long for the pattern that it must match.");
    }
  }

  /** What does not hold, each at its place in the object. */
  public static List<Fault> faults(JsonSchema schema, JsonObject object) {
    return matched(() -> schema.validate(JsonText.of(object), InputFormat.JSON)).stream()
        .map(JsonSchemas::fault)
        .distinct()
        .sorted(Comparator.comparing(Fault::pointer))
        .toList();
  }

  private static Fault fault(ValidationMessage message) {
    String place = message.getInstanceLocation().toString();
    String member = message.getProperty();
    String text = message.getMessage();
    // The message begins with the place, which the pointer says already.
    String said = text.startsWith(place + ": ") ? text.substring(place.length() + 2) : text;
    boolean absent = member != null && message.getType().equals("required");
    return new Fault(
        absent ? place + "/" + escaped(member) : place,
        snake(message.getType()),
        absent ? "This is required." : sentence(said));
  }

  public static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private static String snake(String keyword) {
    return keyword.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  private static String sentence(String text) {
    String begun = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    return begun.endsWith(".") ? begun : begun + ".";
  }
}
