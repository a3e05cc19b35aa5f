package org.freehold.access.policies.internal;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.freehold.access.policies.PolicyFinding;
import org.freehold.engine.access.condition.Condition;
import org.freehold.engine.access.condition.Literal;
import org.freehold.engine.access.condition.Operator;
import org.freehold.platform.json.WireForms;

/**
 * Reads a condition from JSON and tells all faults of its form. Whether it makes sense is the
 * engine's to say, which also bounds its size.
 */
final class ConditionReader {
  private static final Set<String> TEST = Set.of("attribute", "operator", "value");

  private final List<PolicyFinding> findings = new ArrayList<>();
  private final Map<String, BiFunction<JsonValue, String, Condition>> forms =
      Map.of(
          "all", (json, at) -> new Condition.All(each(json, at)),
          "any", (json, at) -> new Condition.Any(each(json, at)),
          "not", (json, at) -> negated(read(json, at)));

  /** Null, with findings, when something is wrong below the pointer. */
  Condition read(JsonValue json, String pointer) {
    if (!(json instanceof JsonObject object)) {
      return wrong(pointer, "type", "A condition is an object.");
    }
    List<String> combinators = object.keySet().stream().filter(forms::containsKey).toList();
    if (combinators.isEmpty()) {
      return test(object, pointer);
    }
    if (object.size() > 1) {
      return wrong(
          pointer,
          "condition_form",
          "A condition is one of all, any and not, or a test with attribute, operator and value.");
    }
    String form = combinators.get(0);
    return forms.get(form).apply(object.get(form), pointer + "/" + form);
  }

  List<PolicyFinding> findings() {
    return List.copyOf(findings);
  }

  private static Condition negated(Condition part) {
    return part == null ? null : new Condition.Not(part);
  }

  private List<Condition> each(JsonValue json, String pointer) {
    List<Condition> parts = new ArrayList<>();
    if (!(json instanceof JsonArray array)) {
      wrong(pointer, "type", "This is an array of conditions.");
      return parts;
    }
    for (int i = 0; i < array.size(); i++) {
      Condition part = read(array.get(i), pointer + "/" + i);
      if (part != null) {
        parts.add(part);
      }
    }
    return parts;
  }

  private Condition test(JsonObject json, String pointer) {
    int before = findings.size();
    Names.requireKnown(json, TEST, pointer, findings);
    String attribute = text(json, "attribute", pointer);
    String code = text(json, "operator", pointer);
    Operator operator = code == null ? null : Operator.of(code).orElse(null);
    if (code != null && operator == null) {
      wrong(pointer + "/operator", "unknown_operator", "There are " + operators() + ".");
    }
    List<Literal> values =
        operator == null ? List.of() : values(operator, json.get("value"), pointer + "/value");
    return findings.size() == before ? new Condition.Test(attribute, operator, values) : null;
  }

  private static String operators() {
    return Arrays.stream(Operator.values()).map(Operator::code).collect(Collectors.joining(", "));
  }

  private String text(JsonObject json, String name, String pointer) {
    JsonValue value = json.get(name);
    if (value instanceof JsonString text && WireForms.isStorable(text.getString())) {
      return text.getString();
    }
    boolean absent = value == null || value == JsonValue.NULL;
    return wrong(
        pointer + "/" + name,
        absent ? "required" : "type",
        absent ? "A test needs " + name + "." : "This must be a string.");
  }

  private List<Literal> values(Operator operator, JsonValue json, String pointer) {
    if (json == null || json == JsonValue.NULL) {
      return List.of();
    }
    boolean many = operator.mostValues() > 1;
    if (json instanceof JsonArray array && many) {
      List<Literal> values = new ArrayList<>();
      for (int i = 0; i < array.size(); i++) {
        values.add(literal(array.get(i), pointer + "/" + i));
      }
      return values.contains(null) ? List.of() : values;
    }
    if (many || json instanceof JsonArray) {
      String takes = many ? " takes an array of values." : " takes one value, not an array.";
      wrong(pointer, "type", operator.code() + takes);
      return List.of();
    }
    Literal value = literal(json, pointer);
    return value == null ? List.of() : List.of(value);
  }

  private Literal literal(JsonValue json, String pointer) {
    if (json instanceof JsonString text && WireForms.isStorable(text.getString())) {
      return Literal.of(text.getString());
    }
    if (json instanceof JsonNumber number) {
      return Literal.of(number.doubleValue());
    }
    if (json instanceof JsonObject window) {
      return WindowJson.read(window, pointer, findings).map(Literal.Window::new).orElse(null);
    }
    if (json == JsonValue.TRUE || json == JsonValue.FALSE) {
      return Literal.of(json == JsonValue.TRUE);
    }
    return wrong(pointer, "type", "A value is a string, a number, true or false, or a window.");
  }

  /** Always null, which is what the caller has to tell. */
  private <T> T wrong(String pointer, String code, String detail) {
    findings.add(PolicyFinding.error(pointer, code, detail));
    return null;
  }
}
