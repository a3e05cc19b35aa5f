package org.freehold.flags.internal;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.freehold.engine.flags.FlagContext;
import org.freehold.flags.FlagKey;
import org.freehold.platform.Invalid;
import org.freehold.platform.TenantRef;

/**
 * For whom flags are asked, as the engine takes it, and as a text that is the same for the same.
 */
final class Contexts {
  /** Items of a list, and characters of a text, that conditions look at. */
  private static final int MOST_ITEMS = 100;

  private static final int LONGEST_TEXT = 1000;

  private Contexts() {}

  /** {@link Invalid} without a targeting key. */
  static FlagContext of(Map<String, JsonValue> context, TenantRef tenant) {
    Map<String, Object> attributes = new HashMap<>();
    context.forEach(
        (name, value) -> {
          requireBounded(name, value);
          Object plain = plain(value);
          if (plain != null) {
            attributes.put(name, plain);
          }
        });
    return new FlagContext(
        targetingKey(context), tenant.id().value().toString(), tenant.plan().tier(), attributes);
  }

  private static String targetingKey(Map<String, JsonValue> context) {
    JsonValue key = context.get(FlagContext.TARGETING_KEY);
    if (!(key instanceof JsonString text)
        || text.getString().isEmpty()
        || text.getString().length() > FlagKey.LONGEST_TARGET) {
      throw Invalid.at(
          "/context/" + FlagContext.TARGETING_KEY,
          "required",
          "This must be a string of 1 to " + FlagKey.LONGEST_TARGET + " characters.");
    }
    return text.getString();
  }

  private static void requireBounded(String name, JsonValue value) {
    boolean bounded =
        value instanceof JsonArray array
            ? array.size() <= MOST_ITEMS && array.stream().noneMatch(Contexts::isLong)
            : !isLong(value);
    if (!bounded) {
      throw Invalid.at(
          "/context/" + name.replace("~", "~0").replace("/", "~1"),
          "size",
          "A list here has at most %d items, and a text %d characters."
              .formatted(MOST_ITEMS, LONGEST_TEXT));
    }
  }

  private static boolean isLong(JsonValue value) {
    return value instanceof JsonString text && text.getString().length() > LONGEST_TEXT;
  }

  /** Null for what no condition can test. */
  private static Object plain(JsonValue value) {
    return switch (value.getValueType()) {
      case TRUE -> true;
      case FALSE -> false;
      case STRING -> ((JsonString) value).getString();
      case NUMBER -> number((JsonNumber) value);
      case ARRAY -> items((JsonArray) value);
      case OBJECT, NULL -> null;
    };
  }

  /** Whole numbers stay whole, so that a bucket of 42 is not one of 42.0. */
  private static Object number(JsonNumber number) {
    double inexact = number.doubleValue();
    boolean whole = Math.abs(inexact) < 1L << 53 && inexact == Math.rint(inexact);
    return whole ? (Object) (long) inexact : inexact;
  }

  private static List<Object> items(JsonArray array) {
    return array.stream()
        .map(item -> item instanceof JsonArray ? null : plain(item))
        .filter(Objects::nonNull)
        .toList();
  }

  /** Members in the order of their names. */
  static String canonical(Map<String, JsonValue> context) {
    StringBuilder text = new StringBuilder();
    writeMembers(context, text);
    return text.toString();
  }

  private static void writeMembers(Map<String, JsonValue> members, StringBuilder text) {
    text.append('{');
    new TreeMap<>(members)
        .forEach(
            (name, member) -> {
              text.append(name.length()).append(':').append(name);
              write(member, text);
              text.append(',');
            });
    text.append('}');
  }

  private static void write(JsonValue value, StringBuilder text) {
    if (value instanceof JsonObject object) {
      writeMembers(object, text);
    } else if (value instanceof JsonArray array) {
      text.append('[');
      array.forEach(
          item -> {
            write(item, text);
            text.append(',');
          });
      text.append(']');
    } else {
      text.append(value);
    }
  }
}
