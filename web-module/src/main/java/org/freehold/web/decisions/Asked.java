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
  /** Characters of a type, an id and a name. */
  static final int LONGEST = 1_000;

  private Asked() {}

  static Question evaluation(JsonObject body) {
    return question(body, true, true);
  }

  /** An id of what is searched for is ignored, whatever it is. */
  static Question subjectSearch(JsonObject body) {
    return question(body, false, true);
  }

  static Question resourceSearch(JsonObject body) {
    return question(body, true, false);
  }

  static Question actionSearch(JsonObject body) {
    return new Question(
        named(body, "subject", true), null, Map.of(), named(body, "resource", true), context(body));
  }

  private static Question question(JsonObject body, boolean subjectId, boolean resourceId) {
    JsonObject action = object(body, "action", true);
    return new Question(
        named(body, "subject", subjectId),
        text(action, "/action", "name"),
        properties(action, "/action"),
        named(body, "resource", resourceId),
        context(body));
  }

  /** What a batch gives its items must be right by itself, whoever takes it. */
  static void requireDefaults(JsonObject body) {
    if (body.containsKey("subject")) {
      named(body, "subject", true);
    }
    if (body.containsKey("resource")) {
      named(body, "resource", true);
    }
    if (body.containsKey("action")) {
      JsonObject action = object(body, "action", true);
      text(action, "/action", "name");
      properties(action, "/action");
    }
    context(body);
  }

  private static Named named(JsonObject body, String member, boolean withId) {
    JsonObject value = object(body, member, true);
    String pointer = "/" + member;
    String type = text(value, pointer, "type");
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
      throw Invalid.at("/" + member, "required", "The request has no " + member + ".");
    }
    if (value == null || value instanceof JsonObject) {
      return (JsonObject) value;
    }
    throw Invalid.at("/" + member, "type", "The " + member + " must be an object.");
  }

  private static String text(JsonObject of, String pointer, String member) {
    JsonValue value = of.get(member);
    String place = pointer.substring(1) + "." + member;
    if (value == null) {
      throw Invalid.at(pointer + "/" + member, "required", "The request has no " + place + ".");
    }
    if (value instanceof JsonString text && text.getString().length() <= LONGEST) {
      return text.getString();
    }
    throw Invalid.at(
        pointer + "/" + member,
        "type",
        "The " + place + " must be a text of " + LONGEST + " characters at most.");
  }
}
