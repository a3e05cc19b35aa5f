package org.freehold.access.policies.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.freehold.access.policies.PolicyAttribute;
import org.freehold.engine.access.condition.AttributeType;
import org.freehold.engine.access.condition.ConditionChecker;
import org.freehold.engine.access.condition.Operator;
import org.freehold.platform.Text;
import org.freehold.platform.json.JsonText;

/**
 * The JSON Schema (draft 2020-12) of a policy, made from the attributes that there are. It cannot
 * say all that is checked: that a condition can be true, that a network is one, how deep it may be.
 */
public final class PolicySchema {
  private static final String TEXT = JsonText.of(policy());

  private PolicySchema() {}

  public static String text() {
    return TEXT;
  }

  private static Map<String, Object> policy() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("name", text(1, Text.NAME));
    properties.put("description", orNull(text(0, Text.DESCRIPTION)));
    properties.put("effect", Map.of("enum", List.of("allow", "deny")));
    properties.put("priority", orNull(whole(-1_000_000, 1_000_000)));
    properties.put("report_only", orNull(type("boolean")));
    properties.put("enabled", orNull(type("boolean")));
    properties.put("not_before", orNull(formatted("date-time")));
    properties.put("expires", orNull(formatted("date-time")));
    properties.put("target", target());
    properties.put("condition", orNull(reference("condition")));
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", "urn:freehold:policy");
    schema.put("title", "Policy");
    schema.putAll(object(properties, List.of("name", "effect", "target")));
    schema.put("$defs", definitions());
    return schema;
  }

  private static Map<String, Object> target() {
    Map<String, Object> properties = new LinkedHashMap<>();
    Map<String, Object> permissions = array(text(1, 100), 1, 100);
    properties.put("permissions", permissions);
    properties.put("resource_types", orNull(array(text(1, 100), 0, 50)));
    properties.put("roles", orNull(array(text(1, 100), 0, 50)));
    properties.put("users", orNull(array(formatted("uuid"), 0, 100)));
    properties.put("teams", orNull(array(formatted("uuid"), 0, 100)));
    properties.put("api_keys", orNull(array(formatted("uuid"), 0, 100)));
    return object(properties, List.of("permissions"));
  }

  private static Map<String, Object> definitions() {
    Map<String, Object> definitions = new LinkedHashMap<>();
    List<Object> tests = new ArrayList<>();
    Map<String, Object> attributes = new LinkedHashMap<>();
    for (PolicyAttribute attribute : PolicyAttributes.all()) {
      attributes.put(attribute.name(), test(attribute));
      tests.add(reference(attribute.name()));
    }
    definitions.put(
        "condition",
        Map.of(
            "anyOf",
            List.of(
                combinator("all", conditions()),
                combinator("any", conditions()),
                combinator("not", reference("condition")),
                reference("test"))));
    definitions.put("test", Map.of("anyOf", tests));
    definitions.put("window", window());
    definitions.putAll(attributes);
    return definitions;
  }

  private static Map<String, Object> conditions() {
    return array(reference("condition"), 1, ConditionChecker.MAX_NODES);
  }

  private static Map<String, Object> combinator(String name, Map<String, Object> value) {
    return object(Map.of(name, value), List.of(name));
  }

  /** One attribute with the operators that it takes, those of like values together. */
  private static Map<String, Object> test(PolicyAttribute attribute) {
    Map<Map<String, Object>, List<String>> operators = new LinkedHashMap<>();
    for (Operator operator : attribute.operators()) {
      operators
          .computeIfAbsent(value(attribute, operator), value -> new ArrayList<>())
          .add(operator.code());
    }
    List<Object> ways = new ArrayList<>();
    operators.forEach((value, codes) -> ways.add(way(attribute, codes, value)));
    return tree("description", attribute.description(), "oneOf", ways);
  }

  private static Map<String, Object> way(
      PolicyAttribute attribute, List<String> operators, Map<String, Object> value) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("attribute", name(attribute.name()));
    properties.put("operator", Map.of("enum", operators));
    properties.put("value", value);
    List<String> all = List.of("attribute", "operator", "value");
    return object(properties, value.equals(type("null")) ? all.subList(0, 2) : all);
  }

  private static Map<String, Object> name(String name) {
    return name.endsWith("*")
        ? tree(
            "type",
            "string",
            "pattern",
            "^" + name.replace(".", "[.]").replace("*", "[A-Za-z_][A-Za-z0-9_-]{0,63}$"))
        : Map.of("const", name);
  }

  private static Map<String, Object> value(PolicyAttribute attribute, Operator operator) {
    if (operator.mostValues() == 0) {
      return type("null");
    }
    if (attribute.type() == AttributeType.OPEN) {
      return open(operator);
    }
    Map<String, Object> one = one(attribute);
    return operator.mostValues() == 1 ? one : values(one);
  }

  private static Map<String, Object> one(PolicyAttribute attribute) {
    if (!attribute.domain().isEmpty()) {
      return Map.of("enum", attribute.domain());
    }
    if (attribute.minimum() != null) {
      return tree("type", "number", "minimum", attribute.minimum());
    }
    return switch (attribute.type()) {
      case NUMBER -> type("number");
      case FLAG -> type("boolean");
      case MOMENT -> reference("window");
      default -> text(0, ConditionChecker.MAX_TEXT);
    };
  }

  /** Here the operator says what the value is. */
  private static Map<String, Object> open(Operator operator) {
    Map<String, Object> text = text(0, ConditionChecker.MAX_TEXT);
    return switch (operator) {
      case EQ, NE -> Map.of("anyOf", List.of(text, type("number"), type("boolean")));
      case LT, LE, GT, GE -> type("number");
      case IN, NOT_IN -> Map.of("anyOf", List.of(values(text), values(type("number"))));
      default -> operator.mostValues() == 1 ? text : values(text);
    };
  }

  private static Map<String, Object> values(Map<String, Object> each) {
    return array(each, 1, ConditionChecker.MAX_VALUES);
  }

  private static Map<String, Object> window() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("days", orNull(array(Map.of("enum", WindowJson.DAYS), 1, 7)));
    properties.put("from", tree("type", "string", "pattern", WindowJson.FROM));
    properties.put("to", tree("type", "string", "pattern", WindowJson.TO));
    properties.put("zone", text(1, 60));
    return object(properties, List.of("from", "to", "zone"));
  }

  private static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("required", required);
    schema.put("properties", properties);
    schema.put("additionalProperties", false);
    return schema;
  }

  private static Map<String, Object> array(Map<String, Object> items, int least, int most) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "array");
    schema.put("items", items);
    schema.put("minItems", least);
    schema.put("maxItems", most);
    return schema;
  }

  private static Map<String, Object> text(int least, int most) {
    return tree("type", "string", "minLength", least, "maxLength", most);
  }

  private static Map<String, Object> whole(int least, int most) {
    return tree("type", "integer", "minimum", least, "maximum", most);
  }

  private static Map<String, Object> formatted(String format) {
    return tree("type", "string", "format", format);
  }

  private static Map<String, Object> type(String type) {
    return Map.of("type", type);
  }

  /** Names and values in turn, in their order. */
  private static Map<String, Object> tree(Object... namesAndValues) {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      tree.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return tree;
  }

  private static Map<String, Object> reference(String definition) {
    return Map.of("$ref", "#/$defs/" + definition);
  }

  private static Map<String, Object> orNull(Map<String, Object> schema) {
    return Map.of("anyOf", List.of(schema, Map.of("type", "null")));
  }
}
