package org.freehold.forwarding.internal;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.freehold.forwarding.internal.OcsfSources.Definition;
import org.freehold.platform.json.JsonText;

/**
 * Holds events to the published sources of OCSF, as the schema that is generated from them does: no
 * attribute that the class or object does not have, none missing that it requires, types, lengths
 * and expressions of the dictionary, values of enums, constraints, and the numbers that follow from
 * each other.
 */
final class OcsfSchema {
  /** The file of each class. */
  private static final List<String> CLASSES =
      List.of(
          "events/iam/account_change",
          "events/iam/authentication",
          "events/iam/entity_management",
          "events/iam/user_access",
          "events/iam/group_management",
          "events/application/api");

  private final Map<String, Pattern> expressions = new HashMap<>();
  private final OcsfSources sources = new OcsfSources();

  /** What is wrong with it; nothing when it conforms. */
  List<String> faults(String event) {
    JsonObject told = JsonText.parseObject(event);
    List<String> faults = new ArrayList<>();
    int uid = told.getInt("class_uid");
    for (String name : CLASSES) {
      Definition found = sources.definition(name);
      int category = sources.category(found.category()).getInt("uid");
      if (category * 1000 + found.own().getInt("uid") == uid) {
        requireNumbers(told, found, category, faults);
        check("", told, found, profiles(told), faults);
        return faults;
      }
    }
    return List.of("no class has the uid " + uid);
  }

  private void requireNumbers(JsonObject told, Definition of, int category, List<String> faults) {
    require(told.getInt("category_uid") == category, "category_uid", faults);
    require(
        told.getString("category_name")
            .equals(sources.category(of.category()).getString("caption")),
        "category_name",
        faults);
    require(
        told.getString("class_name").equals(of.own().getString("caption")), "class_name", faults);
    require(
        told.getInt("type_uid") == told.getInt("class_uid") * 100 + told.getInt("activity_id"),
        "type_uid",
        faults);
    require(
        told.getJsonObject("metadata").getString("version").equals(sources.version()),
        "metadata.version",
        faults);
  }

  private static void require(boolean holds, String what, List<String> faults) {
    if (!holds) {
      faults.add(what + " is another");
    }
  }

  private static Set<String> profiles(JsonObject event) {
    Set<String> profiles = new HashSet<>();
    JsonArray told = event.getJsonObject("metadata").getJsonArray("profiles");
    if (told != null) {
      told.getValuesAs(JsonString::getString).forEach(profiles::add);
    }
    return profiles;
  }

  private void check(
      String path, JsonObject told, Definition of, Set<String> profiles, List<String> faults) {
    of.attributes()
        .forEach(
            (name, attribute) -> {
              if (attribute.getString("requirement", "").equals("required")
                  && isThere(attribute, profiles)
                  && !told.containsKey(name)) {
                faults.add(path + name + " is required");
              }
            });
    told.forEach(
        (name, value) -> {
          JsonObject attribute = of.attributes().get(name);
          if (attribute == null || !isThere(attribute, profiles)) {
            faults.add(path + name + " is no attribute here");
          } else {
            value(path + name, value, attribute, profiles, faults);
          }
        });
    constraints(path, told, of.own().getJsonObject("constraints"), faults);
  }

  private static boolean isThere(JsonObject attribute, Set<String> profiles) {
    return !attribute.containsKey("profile") || profiles.contains(attribute.getString("profile"));
  }

  private static void constraints(
      String path, JsonObject told, JsonObject constraints, List<String> faults) {
    if (constraints != null) {
      constraints.forEach(
          (kind, names) -> {
            long there =
                names.asJsonArray().getValuesAs(JsonString::getString).stream()
                    .filter(told::containsKey)
                    .count();
            if (kind.equals("just_one") ? there != 1 : there == 0) {
              faults.add(path + " " + kind + " of " + names);
            }
          });
    }
  }

  private void value(
      String path,
      JsonValue value,
      JsonObject attribute,
      Set<String> profiles,
      List<String> faults) {
    if (attribute.getBoolean("is_array", false)) {
      if (value instanceof JsonArray array) {
        array.forEach(one -> one(path, one, attribute, profiles, faults));
      } else {
        faults.add(path + " is no array");
      }
    } else {
      one(path, value, attribute, profiles, faults);
    }
  }

  private void one(
      String path,
      JsonValue value,
      JsonObject attribute,
      Set<String> profiles,
      List<String> faults) {
    String type = attribute.getString("type");
    if (!type.endsWith("_t")) {
      if (!(value instanceof JsonObject object)) {
        faults.add(path + " is no object");
      } else if (!type.equals("object")) {
        check(path + ".", object, sources.definition("objects/" + type), profiles, faults);
      }
      return;
    }
    JsonObject values = attribute.getJsonObject("enum");
    if (values != null && !values.containsKey(text(value))) {
      faults.add(path + " has no value " + value);
    }
    scalar(path, value, type, faults);
  }

  private static String text(JsonValue value) {
    return value instanceof JsonString string ? string.getString() : value.toString();
  }

  private void scalar(String path, JsonValue value, String type, List<String> faults) {
    JsonObject rule = sources.type(type);
    if (!isOf(value, rule.getString("type", type))) {
      faults.add(path + " is no " + type + ": " + value);
    } else if (rule.containsKey("regex")
        && !expressions
            .computeIfAbsent(rule.getString("regex"), Pattern::compile)
            .matcher(text(value))
            .find()) {
      faults.add(path + " is no " + type + ": " + value);
    } else if (rule.containsKey("max_len") && text(value).length() > rule.getInt("max_len")) {
      faults.add(path + " is too long");
    }
  }

  private static boolean isOf(JsonValue value, String type) {
    return switch (type) {
      case "string_t" -> value instanceof JsonString;
      case "integer_t" -> isWhole(value, 31);
      case "long_t" -> isWhole(value, 63);
      case "boolean_t" -> value == JsonValue.TRUE || value == JsonValue.FALSE;
      case "json_t" -> true;
      default -> throw new IllegalStateException("No rule for " + type);
    };
  }

  private static boolean isWhole(JsonValue value, int bits) {
    if (!(value instanceof JsonNumber number) || !number.isIntegral()) {
      return false;
    }
    BigDecimal whole = number.bigDecimalValue();
    return whole.toBigInteger().bitLength() <= bits;
  }
}
