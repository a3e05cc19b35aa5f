package org.freehold.market.internal;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.resource.DisallowSchemaLoader;
import jakarta.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.freehold.platform.Problem.Fault;
import org.freehold.platform.json.JsonText;

/** JSON Schema (2020-12) with formats asserted, and without schemas from elsewhere. */
final class JsonSchemas {
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.builder(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012))
          .schemaLoaders(loaders -> loaders.add(DisallowSchemaLoader.getInstance()))
          .build();
  private static final SchemaValidatorsConfig CONFIG =
      SchemaValidatorsConfig.builder()
          .pathType(PathType.JSON_POINTER)
          .formatAssertionsEnabled(true)
          .locale(Locale.ENGLISH)
          .build();

  private JsonSchemas() {}

  static JsonSchema of(JsonObject schema) {
    return of(JsonText.of(schema));
  }

  static JsonSchema of(String schema) {
    return FACTORY.getSchema(schema, CONFIG);
  }

  static boolean holds(JsonSchema schema, JsonObject object) {
    return schema.validate(JsonText.of(object), InputFormat.JSON).isEmpty();
  }

  /** What does not hold, each at its place in the object. */
  static List<Fault> faults(JsonSchema schema, JsonObject object) {
    return schema.validate(JsonText.of(object), InputFormat.JSON).stream()
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

  private static String escaped(String name) {
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
