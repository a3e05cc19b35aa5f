package org.freehold.engine.access.condition;

import java.util.ArrayList;
import java.util.List;
import org.freehold.engine.access.condition.Finding.Code;

/** Tells what is wrong with a condition before anybody relies on it. */
public final class ConditionChecker {

  /** Levels of {@code all}, {@code any} and {@code not}, the tests included. */
  public static final int MAX_DEPTH = 8;

  public static final int MAX_NODES = 200;

  /** Of one test. */
  public static final int MAX_VALUES = 500;

  /** Characters of one text. */
  public static final int MAX_TEXT = 500;

  private final AttributeCatalogue attributes;
  private final List<Finding> findings = new ArrayList<>();
  private int nodes;

  private ConditionChecker(AttributeCatalogue attributes) {
    this.attributes = attributes;
  }

  /** All findings in the order of the condition. */
  public static List<Finding> check(AttributeCatalogue attributes, Condition condition) {
    ConditionChecker checker = new ConditionChecker(attributes);
    checker.visit(condition, "", 1);
    if (checker.findings.isEmpty()) {
      checker.findings.addAll(new Satisfiability(attributes).check(condition));
    }
    return List.copyOf(checker.findings);
  }

  private void visit(Condition condition, String pointer, int depth) {
    nodes++;
    if (nodes == MAX_NODES + 1) {
      add(Code.TOO_MANY_NODES, pointer, Integer.toString(MAX_NODES));
    }
    if (depth == MAX_DEPTH + 1) {
      add(Code.TOO_DEEP, pointer, Integer.toString(MAX_DEPTH));
    }
    if (nodes > MAX_NODES || depth > MAX_DEPTH) {
      return;
    }
    if (condition instanceof Condition.All all) {
      visitEach(all.of(), pointer + "/all", depth);
    } else if (condition instanceof Condition.Any any) {
      visitEach(any.of(), pointer + "/any", depth);
    } else if (condition instanceof Condition.Not not) {
      visit(not.of(), pointer + "/not", depth + 1);
    } else if (condition instanceof Condition.Test test) {
      visitTest(test, pointer);
    }
  }

  private void visitEach(List<Condition> conditions, String pointer, int depth) {
    if (conditions.isEmpty()) {
      add(Code.EMPTY_COMBINATOR, pointer, "");
    }
    for (int position = 0; position < conditions.size(); position++) {
      visit(conditions.get(position), pointer + "/" + position, depth + 1);
    }
  }

  private void visitTest(Condition.Test test, String pointer) {
    Attribute attribute = attributes.find(test.attribute()).orElse(null);
    Operator operator = test.operator();
    if (attribute == null) {
      add(Code.UNKNOWN_ATTRIBUTE, pointer + "/attribute", test.attribute());
    } else if (!attribute.type().takes(operator)) {
      add(Code.OPERATOR_NOT_TAKEN, pointer + "/operator", operator.code());
    } else if (test.values().isEmpty() && operator.mostValues() > 0) {
      add(Code.VALUE_MISSING, pointer + "/value", operator.code());
    } else if (test.values().size() > operator.mostValues()) {
      add(Code.TOO_MANY_VALUES, pointer + "/value", Integer.toString(operator.mostValues()));
    } else {
      for (int position = 0; position < test.values().size(); position++) {
        String at = operator.mostValues() == 1 ? "/value" : "/value/" + position;
        visitValue(attribute, test, test.values().get(position), pointer + at);
      }
    }
  }

  private void visitValue(Attribute attribute, Condition.Test test, Literal value, String pointer) {
    if (!isOfType(attribute.type(), test, value)) {
      add(Code.WRONG_TYPE, pointer, attribute.type().name().toLowerCase(java.util.Locale.ROOT));
    } else if (value instanceof Literal.Text text) {
      visitText(attribute, text.value(), pointer);
    } else if (value instanceof Literal.Number number && number.value() < attribute.minimum()) {
      add(Code.OUT_OF_DOMAIN, pointer, Double.toString(attribute.minimum()));
    } else if (value instanceof Literal.Window window && !window.value().opens()) {
      add(Code.WINDOW_NEVER_OPENS, pointer, window.value().zone().getId());
    }
  }

  private void visitText(Attribute attribute, String text, String pointer) {
    if (text.length() > MAX_TEXT) {
      add(Code.TOO_LONG, pointer, Integer.toString(MAX_TEXT));
    } else if (attribute.type() == AttributeType.ADDRESS && Network.parse(text).isEmpty()) {
      add(Code.MALFORMED_NETWORK, pointer, text);
    } else if (!attribute.domain().isEmpty() && !attribute.domain().contains(text)) {
      add(Code.OUT_OF_DOMAIN, pointer, text);
    }
  }

  private static boolean isOfType(AttributeType type, Condition.Test test, Literal value) {
    return switch (type) {
      case NUMBER -> isNumber(value);
      case FLAG -> value instanceof Literal.Flag;
      case MOMENT -> value instanceof Literal.Window;
      case OPEN -> isOpen(test, value);
      default -> value instanceof Literal.Text;
    };
  }

  private static boolean isOpen(Condition.Test test, Literal value) {
    boolean alike = value.getClass() == test.values().get(0).getClass();
    return switch (test.operator()) {
      case LT, LE, GT, GE -> isNumber(value);
      case EQ, NE ->
          value instanceof Literal.Number ? isNumber(value) : !(value instanceof Literal.Window);
      case IN, NOT_IN -> alike && (isNumber(value) || value instanceof Literal.Text);
      default -> value instanceof Literal.Text;
    };
  }

  private static boolean isNumber(Literal value) {
    return value instanceof Literal.Number number && Double.isFinite(number.value());
  }

  private void add(Code code, String pointer, String detail) {
    findings.add(new Finding(code, pointer, detail));
  }
}
