package org.freehold.access.policies.internal;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.freehold.engine.access.condition.Condition;
import org.freehold.engine.access.condition.Literal;
import org.freehold.platform.json.JsonText;

/** Writes a condition as JSON: the one form in which it is kept and told. */
public final class ConditionWriter {
  private ConditionWriter() {}

  public static JsonObject write(Condition condition) {
    return JsonText.parseObject(JsonText.of(tree(condition)));
  }

  private static Map<String, Object> tree(Condition condition) {
    if (condition instanceof Condition.All all) {
      return Map.of("all", trees(all.of()));
    }
    if (condition instanceof Condition.Any any) {
      return Map.of("any", trees(any.of()));
    }
    if (condition instanceof Condition.Not not) {
      return Map.of("not", tree(not.of()));
    }
    return test((Condition.Test) condition);
  }

  private static List<Object> trees(List<Condition> conditions) {
    return conditions.stream().<Object>map(ConditionWriter::tree).toList();
  }

  private static Map<String, Object> test(Condition.Test test) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("attribute", test.attribute());
    json.put("operator", test.operator().code());
    if (test.operator().mostValues() > 1) {
      json.put("value", test.values().stream().map(ConditionWriter::value).toList());
    } else if (!test.values().isEmpty()) {
      json.put("value", value(test.values().get(0)));
    }
    return json;
  }

  private static Object value(Literal literal) {
    if (literal instanceof Literal.Number number) {
      return plain(number.value());
    }
    if (literal instanceof Literal.Flag flag) {
      return flag.value();
    }
    if (literal instanceof Literal.Window window) {
      return WindowJson.write(window.value());
    }
    return ((Literal.Text) literal).value();
  }

  /** 900 and not 900.0. */
  private static Object plain(double number) {
    boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
    return whole ? Long.valueOf((long) number) : BigDecimal.valueOf(number);
  }
}
