package org.freehold.web.decisions;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Set;
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

  /** Of properties, and of a context. */
  static final int MOST_MEMBERS = 100;

  private static final int LONGEST_TEXT = 10_000;
  private static final int MOST_TEXTS = 1_000;

  private Asked() {}

  /**
   * What a batch gives its items, each entity read once for all that take it; null where it gives
   * none.
   */
  record Defaults(Named subject, Act action, Named resource, Map<String, Object> context) {
    static final Defaults NONE = new Defaults(null, null, null, Map.of());
  }

  /** What is to be done. */
  record Act(String name, Map<String, Object> properties) {}

  static Question evaluation(JsonObject body) {
    return evaluation(body, Defaults.NONE);
  }

  /** What an item does not say it takes from the defaults. */
  static Question evaluation(JsonObject item, Defaults defaults) {
    Act action = isGiven(item, "action", defaults.action()) ? defaults.action() : act(item);
    return new Question(
        isGiven(item, "subject", defaults.subject())
            ? defaults.subject()
            : named(item, "subject", true),
        action.name(),
        action.properties(),
        isGiven(item, "resource", defaults.resource())
            ? defaults.resource()
            : named(item, "resource", true),
        item.containsKey("context") ? context(item) : defaults.context());
  }

  private static boolean isGiven(JsonObject item, String member, Object fromDefaults) {
    return fromDefaults != null && !item.containsKey(member);
  }

  /** They must be right by themselves, whoever takes them. */
  static Defaults defaults(JsonObject body) {
    return new Defaults(
        body.containsKey("subject") ? named(body, "subject", true) : null,
        body.containsKey("action") ? act(body) : null,
        body.containsKey("resource") ? named(body, "resource", true) : null,
        context(body));
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
    Act action = act(body);
    return new Question(
        named(body, "subject", subjectId),
        action.name(),
        action.properties(),
        named(body, "resource", resourceId),
        context(body));
  }

  private static Act act(JsonObject body) {
    JsonObject action = object(body, "action", true);
    return new Act(text(action, "/action", "name"), properties(action, "/action"));
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
    return context == null ? Map.of() : comparable(context, "/context");
  }

  private static Map<String, Object> properties(JsonObject of, String pointer) {
    JsonValue properties = of.get("properties");
    if (properties == null) {
      return Map.of();
    }
    if (properties instanceof JsonObject object) {
      return comparable(object, pointer + "/properties");
    }
    throw Invalid.at(pointer + "/properties", "type", "This must be an object.");
  }

  private static Map<String, Object> comparable(JsonObject object, String pointer) {
    if (object.size() > MOST_MEMBERS) {
      throw Invalid.at(pointer, "size", "There are more than " + MOST_MEMBERS + " members.");
    }
    Map<String, Object> values = Map.copyOf(Properties.comparable(object));
    values.forEach(
        (name, value) -> {
          if (isTooLong(value)) {
            throw Invalid.at(
                pointer,
                "size",
                "A text has more than "
                    + LONGEST_TEXT
                    + " characters, or an array more than "
                    + MOST_TEXTS
                    + " texts.");
          }
        });
    return values;
  }

  private static boolean isTooLong(Object value) {
    return value instanceof String text && text.length() > LONGEST_TEXT
        || value instanceof Set<?> texts
            && (texts.size() > MOST_TEXTS || texts.stream().anyMatch(Asked::isTooLong));
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
