package org.freehold.webhooks.internal;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.freehold.platform.Invalid;
import org.freehold.platform.Problem.Fault;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.schema.JsonBounds;
import org.freehold.platform.schema.JsonSchemas;

/**
 * The schema that a tenant gives its own type. It comes from anybody and is reckoned with on our
 * side, so what could make that endless is refused: references other than to its own {@code $defs},
 * circles of them, and schemas that are vast when all references are written out.
 */
public final class TypeSchema {
  /** Characters of a schema. */
  static final int LARGEST = 32_768;

  private static final int MOST_PARTS = 5000;
  private static final int DEEPEST = 200;
  private static final String OWN = "#/$defs/";
  private static final Set<String> REFUSED =
      Set.of(
          "$id", "$anchor", "$dynamicRef", "$dynamicAnchor", "$recursiveRef", "$recursiveAnchor");

  private final JsonObject definitions;
  private int parts;
  private int depth;

  private TypeSchema(JsonObject schema) {
    definitions =
        schema.get("$defs") instanceof JsonObject given ? given : JsonValue.EMPTY_JSON_OBJECT;
  }

  /** {@link Invalid} at {@code /schema} when it is none that we take. */
  public static void require(Map<String, JsonValue> given) {
    JsonObject schema = JsonText.parseObject(JsonText.of(given));
    if (JsonText.of(schema).length() > LARGEST) {
      throw at("/schema", "size", "A schema has at most " + LARGEST + " characters.");
    }
    try {
      List<Fault> tooLong = JsonBounds.faults(schema, LARGEST);
      if (!tooLong.isEmpty()) {
        throw new Invalid(tooLong);
      }
      new TypeSchema(schema).count(schema);
      JsonSchemas.require(schema);
    } catch (Invalid e) {
      throw within("/schema", e);
    }
  }

  private void count(JsonValue value) {
    parts++;
    depth++;
    if (parts > MOST_PARTS || depth > DEEPEST) {
      throw at("", "size", "With its references written out the schema is too large, or endless.");
    }
    if (value instanceof JsonArray array) {
      array.forEach(this::count);
    } else if (value instanceof JsonObject object) {
      object.forEach(this::count);
    }
    depth--;
  }

  private void count(String name, JsonValue value) {
    if (REFUSED.contains(name)) {
      throw at("", "reference", "A schema here has no " + name + ".");
    }
    if (name.equals("$ref") && value instanceof JsonString reference) {
      String text = reference.getString();
      JsonValue definition =
          text.startsWith(OWN) ? definitions.get(text.substring(OWN.length())) : null;
      if (definition == null) {
        throw at("", "reference", "A reference leads to an entry of $defs: #/$defs/name.");
      }
      count(definition);
    } else {
      count(value);
    }
  }

  private static Invalid at(String pointer, String code, String detail) {
    return Invalid.at(pointer, code, detail);
  }

  /** What does not hold, at its place in the body. */
  static List<Fault> faults(JsonObject schema, JsonObject body) {
    try {
      return JsonSchemas.faults(JsonSchemas.of(schema), body);
    } catch (Invalid e) {
      return e.faults();
    }
  }

  static Invalid within(String place, Invalid e) {
    return new Invalid(
        e.faults().stream()
            .map(fault -> new Fault(place + fault.pointer(), fault.code(), fault.detail()))
            .toList());
  }
}
