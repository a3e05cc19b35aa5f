package org.freehold.engine.flags;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.freehold.engine.flags.FlagContext.Attribute;

/** Makes conditions that were checked into tests that allocate nothing. */
final class ConditionCompiler {
  private final Map<String, Predicate> segments;

  /** {@code segments} by key; conditions of segments themselves name none. */
  ConditionCompiler(Map<String, Predicate> segments) {
    this.segments = segments;
  }

  Predicate[] all(List<Condition> conditions) {
    return conditions.stream().map(this::one).toArray(Predicate[]::new);
  }

  private Predicate one(Condition condition) {
    boolean wanted = !condition.negated();
    if (condition.operator() == Operator.IN_SEGMENT) {
      Predicate[] members =
          condition.values().stream()
              .map(segments::get)
              .filter(Objects::nonNull)
              .toArray(Predicate[]::new);
      return context -> anyHolds(members, context) == wanted;
    }
    Attribute attribute = Attribute.named(condition.attribute());
    if (condition.operator() == Operator.PRESENT) {
      return context -> (context.get(attribute) != null) == wanted;
    }
    Predicate.OfValue test = ofValue(condition);
    return context -> {
      Object value = context.get(attribute);
      return value != null && anyHolds(test, value) == wanted;
    };
  }

  /** Who is in it. */
  static Predicate segment(SegmentDefinition segment) {
    Predicate[] conditions = new ConditionCompiler(Map.of()).all(segment.conditions());
    Set<String> included = segment.included();
    Set<String> excluded = segment.excluded();
    return context ->
        included.contains(context.targetingKey())
            || conditions.length > 0
                && !excluded.contains(context.targetingKey())
                && allHold(conditions, context);
  }

  static boolean allHold(Predicate[] predicates, FlagContext context) {
    for (Predicate predicate : predicates) {
      if (!predicate.holds(context)) {
        return false;
      }
    }
    return true;
  }

  private static boolean anyHolds(Predicate[] predicates, FlagContext context) {
    for (Predicate predicate : predicates) {
      if (predicate.holds(context)) {
        return true;
      }
    }
    return false;
  }

  private static boolean anyHolds(Predicate.OfValue test, Object value) {
    // Whether a String is a List is answered slowly: it searches all the interfaces of String.
    if (value instanceof String || !(value instanceof List<?> items)) {
      return test.holds(value);
    }
    for (int i = 0; i < items.size(); i++) {
      if (test.holds(items.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static Predicate.OfValue ofValue(Condition condition) {
    List<Object> values = condition.values();
    return switch (condition.operator()) {
      case EQUALS, IN -> in(values);
      case STARTS_WITH -> text(values, String::startsWith);
      case ENDS_WITH -> text(values, String::endsWith);
      case CONTAINS -> text(values, String::contains);
      case LESS_THAN -> number(values, (value, bound) -> value < bound);
      case LESS_OR_EQUAL -> number(values, (value, bound) -> value <= bound);
      case GREATER_THAN -> number(values, (value, bound) -> value > bound);
      case GREATER_OR_EQUAL -> number(values, (value, bound) -> value >= bound);
      case SEMVER_EQUAL -> version(values, order -> order == 0);
      case SEMVER_LESS_THAN -> version(values, order -> order < 0);
      case SEMVER_GREATER_THAN -> version(values, order -> order > 0);
      case BEFORE -> moment(values, order -> order < 0);
      case AFTER -> moment(values, order -> order > 0);
      case PRESENT, IN_SEGMENT -> throw new IllegalArgumentException("No test of a value");
    };
  }

  private static Predicate.OfValue in(List<Object> values) {
    Set<Object> same = new HashSet<>();
    double[] numbers = numbers(values);
    for (Object value : values) {
      if (!(value instanceof Number)) {
        same.add(value);
      }
    }
    return value -> {
      if (value instanceof String) {
        return same.contains(value);
      }
      if (value instanceof Number number) {
        double wanted = number.doubleValue();
        for (double one : numbers) {
          if (one == wanted) {
            return true;
          }
        }
        return false;
      }
      return same.contains(value);
    };
  }

  private static Predicate.OfValue text(List<Object> values, TextTest test) {
    String[] texts = texts(values);
    return value -> {
      if (value instanceof String text) {
        for (String one : texts) {
          if (test.holds(text, one)) {
            return true;
          }
        }
      }
      return false;
    };
  }

  private static Predicate.OfValue number(List<Object> values, NumberTest test) {
    double[] bounds = numbers(values);
    return value -> {
      if (value instanceof Number number) {
        for (double bound : bounds) {
          if (test.holds(number.doubleValue(), bound)) {
            return true;
          }
        }
      }
      return false;
    };
  }

  private static Predicate.OfValue version(List<Object> values, OrderTest test) {
    String[] bounds = texts(values);
    return value -> {
      if (value instanceof String version && Semver.isVersion(version)) {
        for (String bound : bounds) {
          if (test.holds(Semver.compare(version, bound))) {
            return true;
          }
        }
      }
      return false;
    };
  }

  private static Predicate.OfValue moment(List<Object> values, OrderTest test) {
    Instant[] bounds =
        Arrays.stream(texts(values)).map(ConditionCompiler::moment).toArray(Instant[]::new);
    return value -> {
      Instant moment = value instanceof String text ? moment(text) : null;
      if (moment != null) {
        for (Instant bound : bounds) {
          if (test.holds(moment.compareTo(bound))) {
            return true;
          }
        }
      }
      return false;
    };
  }

  /** Null when it is none. */
  static Instant moment(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static String[] texts(List<Object> values) {
    return values.stream().map(String.class::cast).toArray(String[]::new);
  }

  private static double[] numbers(List<Object> values) {
    return values.stream()
        .filter(Number.class::isInstance)
        .mapToDouble(value -> ((Number) value).doubleValue())
        .toArray();
  }

  private interface TextTest {
    boolean holds(String value, String operand);
  }

  private interface NumberTest {
    boolean holds(double value, double bound);
  }

  private interface OrderTest {
    boolean holds(int order);
  }
}
