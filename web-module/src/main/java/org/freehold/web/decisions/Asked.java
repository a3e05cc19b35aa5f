package org.freehold.web.decisions;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import org.freehold.decisions.Named;
import org.freehold.decisions.Properties;
import org.freehold.decisions.Question;
import org.freehold.platform.Invalid;

/**
 * Reads requests of the Authorization API. Unknown members are ignored, as the standard wants it,
 * and what is required and missing, or of another type, is refused by its pointer.
 */
final class Asked {
  private static final int LONGEST = 1_000;

  private Asked() {}

  /** One who is fully named. */
  static Question evaluation(JsonObject body) {
    JsonObject action = object(body, "action", true);
    return new Question(
        named(body, "subject", true),
        text(action, "/action", "name"),
        properties(action, "/action"),
        named(body, "resource", true),
        context(body));
  }

  static Question subjectSearch(JsonObject body) {
    JsonObject action = object(body, "action", true);
    return new Question(
        named(body, "subject", false),
        text(action, "/action", "name"),
        properties(action, "/action"),
        named(body, "resource", true),
        context(body));
  }

  static Question resourceSearch(JsonObject body) {
    JsonObject action = object(body, "action", true);
    return new Question(
        named(body, "subject", true),
        text(action, "/action", "name"),
        properties(action, "/action"),
        named(body, "resource", false),
        context(body));
  }

  static Question actionSearch(JsonObject body) {
    return new Question(
        named(body, "subject", true), null, Map.of(), named(body, "resource", true), context(body));
  }

  private static Named named(JsonObject body, String member, boolean withId) {
    JsonObject value = object(body, member, true);
    String pointer = "/" + member;
    String type = text(value, pointer, "type");
    // An id that is searched for is ignored, whatever it is.
    String id = withId ? text(value, pointer, "id") : null;
    return new Named(type, id, properties(value, pointer));
  }

  private static Map<String, Object> context(JsonObject body) {
    JsonObject context = object(body, "context", false);
    return context == null ? Map.of() : Properties.comparable(context);
  }

  private static Map<String, Object> properties(JsonObject of, String pointer) {
    JsonValue properties = of.get("properties");
    if (properties == null) {
      return Map.of();
    }
    if (properties instanceof JsonObject object) {
      return Properties.comparable(object);
    }
    throw Invalid.at(pointer + "/properties", "type", "This must be an object.");
  }

  /** The object at the member; null when there is none and none is needed. */
  static JsonObject object(JsonObject body, String member, boolean required) {
    JsonValue value = body.get(member);
    if (value == null && required) {
      throw Invalid.at("/" + member, "required", "This is needed.");
    }
    if (value == null || value instanceof JsonObject) {
      return (JsonObject) value;
    }
    throw Invalid.at("/" + member, "type", "This must be an object.");
  }

  private static String text(JsonObject of, String pointer, String member) {
    JsonValue value = of.get(member);
    if (value == null) {
      throw Invalid.at(pointer + "/" + member, "required", "This is needed.");
    }
    if (value instanceof JsonString text && text.getString().length() <= LONGEST) {
      return text.getString();
    }
    throw Invalid.at(
        pointer + "/" + member,
        "type",
        "This must be a text of " + LONGEST + " characters at most.");
  }
}
