package org.freehold.engine.access.condition;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The kinds of {@link ValueTest}. A negative operator is its opposite with {@code negated} set. */
final class ValueTests {

  private ValueTests() {}

  static ValueTest of(Attribute attribute, Condition.Test test) {
    boolean negated = test.operator().negative();
    List<Literal> values = test.values();
    return switch (test.operator().positive()) {
      case EXISTS -> new Exists(negated);
      case EQ, IN -> equality(attribute, values, negated);
      case LT, LE, GT, GE -> order(attribute, test);
      case STARTS_WITH -> new Affix(text(values.get(0)), true);
      case ENDS_WITH -> new Affix(text(values.get(0)), false);
      case CONTAINS_ANY -> new Sets(items(attribute, values), false, negated);
      case CONTAINS_ALL -> new Sets(items(attribute, values), true, false);
      case IN_NETWORK -> new Networks(networks(values), negated);
      case WITHIN -> new Windows(windows(values), negated);
      default -> throw new IllegalArgumentException("Not an operator: " + test.operator());
    };
  }

  private static ValueTest equality(Attribute attribute, List<Literal> values, boolean negated) {
    Literal first = values.get(0);
    if (first instanceof Literal.Number) {
      double[] numbers =
          values.stream().mapToDouble(value -> ((Literal.Number) value).value()).toArray();
      return new Numeric(Operator.EQ, numbers, negated);
    }
    if (first instanceof Literal.Flag flag) {
      return new Flag(flag.value() != negated);
    }
    return new OneOf(Set.of(items(attribute, values)), attribute.type(), negated);
  }

  private static ValueTest order(Attribute attribute, Condition.Test test) {
    Literal bound = test.values().get(0);
    if (bound instanceof Literal.Number number) {
      return new Numeric(test.operator(), new double[] {number.value()}, false);
    }
    return new Level(attribute.domain(), test.operator(), text(bound));
  }

  private static Object[] items(Attribute attribute, List<Literal> values) {
    boolean ids = attribute.type() == AttributeType.ID || attribute.type() == AttributeType.IDS;
    return values.stream()
        .map(ValueTests::text)
        .map(text -> ids ? ValueTest.id(text) : text)
        .distinct()
        .toArray();
  }

  private static Network[] networks(List<Literal> values) {
    return values.stream()
        .map(ValueTests::text)
        .map(text -> Network.parse(text).orElseThrow(IllegalArgumentException::new))
        .toArray(Network[]::new);
  }

  private static OpenHours[] windows(List<Literal> values) {
    return values.stream()
        .map(value -> new OpenHours(((Literal.Window) value).value()))
        .toArray(OpenHours[]::new);
  }

  private static String text(Literal literal) {
    if (literal instanceof Literal.Text text) {
      return text.value();
    }
    throw new IllegalArgumentException("Not a text: " + literal);
  }

  static final class Exists extends ValueTest {
    private final boolean negated;

    Exists(boolean negated) {
      this.negated = negated;
    }

    @Override
    public Truth on(Object value) {
      return Truth.of(value != null ^ negated);
    }

    @Override
    public Truth on(double value) {
      return Truth.of(!Double.isNaN(value) ^ negated);
    }
  }

  static final class OneOf extends ValueTest {
    private final Set<Object> values;
    private final boolean ids;
    private final boolean negated;

    OneOf(Set<Object> values, AttributeType type, boolean negated) {
      this.values = values;
      this.ids = type == AttributeType.ID;
      this.negated = negated;
    }

    @Override
    public Truth on(Object value) {
      if (value == null || !ids && !(value instanceof String)) {
        return Truth.UNKNOWN;
      }
      return Truth.of(values.contains(value) ^ negated);
    }
  }

  static final class Flag extends ValueTest {
    private final boolean wanted;

    Flag(boolean wanted) {
      this.wanted = wanted;
    }

    @Override
    public Truth on(Object value) {
      return value instanceof Boolean flag ? Truth.of(flag == wanted) : Truth.UNKNOWN;
    }
  }

  static final class Affix extends ValueTest {
    private final String affix;
    private final boolean atStart;

    Affix(String affix, boolean atStart) {
      this.affix = affix;
      this.atStart = atStart;
    }

    @Override
    public Truth on(Object value) {
      if (value instanceof String text) {
        return Truth.of(atStart ? text.startsWith(affix) : text.endsWith(affix));
      }
      return Truth.UNKNOWN;
    }
  }

  static final class Level extends ValueTest {
    private final Set<String> domain;
    private final Set<String> matching;

    Level(List<String> order, Operator operator, String bound) {
      int limit = order.indexOf(bound);
      this.domain = Set.copyOf(order);
      this.matching =
          order.stream()
              .filter(level -> Numeric.compare(operator, order.indexOf(level), limit))
              .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Truth on(Object value) {
      if (value instanceof String level && domain.contains(level)) {
        return Truth.of(matching.contains(level));
      }
      return Truth.UNKNOWN;
    }
  }

  static final class Numeric extends ValueTest {
    private final Operator operator;
    private final double[] bounds;
    private final boolean negated;

    Numeric(Operator operator, double[] bounds, boolean negated) {
      this.operator = operator;
      this.bounds = bounds;
      this.negated = negated;
    }

    @Override
    public Truth on(Object value) {
      return value instanceof Number number ? on(number.doubleValue()) : Truth.UNKNOWN;
    }

    @Override
    public Truth on(double value) {
      if (Double.isNaN(value)) {
        return Truth.UNKNOWN;
      }
      for (double bound : bounds) {
        if (compare(operator, value, bound)) {
          return Truth.of(!negated);
        }
      }
      return Truth.of(negated);
    }

    static boolean compare(Operator operator, double value, double bound) {
      return switch (operator) {
        case LT -> value < bound;
        case LE -> value <= bound;
        case GT -> value > bound;
        case GE -> value >= bound;
        default -> value == bound;
      };
    }
  }

  static final class Sets extends ValueTest {
    private final Object[] values;
    private final boolean all;
    private final boolean negated;

    Sets(Object[] values, boolean all, boolean negated) {
      this.values = values;
      this.all = all;
      this.negated = negated;
    }

    @Override
    public Truth on(Object value) {
      if (!(value instanceof Collection<?> held)) {
        return Truth.UNKNOWN;
      }
      for (Object wanted : values) {
        if (held.contains(wanted) != all) {
          return Truth.of(!all ^ negated);
        }
      }
      return Truth.of(all ^ negated);
    }
  }

  static final class Networks extends ValueTest {
    private final Network[] networks;
    private final boolean negated;

    Networks(Network[] networks, boolean negated) {
      this.networks = networks;
      this.negated = negated;
    }

    @Override
    public Truth on(Object value) {
      if (!(value instanceof IpAddress address)) {
        return Truth.UNKNOWN;
      }
      for (Network network : networks) {
        if (network.contains(address)) {
          return Truth.of(!negated);
        }
      }
      return Truth.of(negated);
    }
  }

  static final class Windows extends ValueTest {
    private final OpenHours[] windows;
    private final boolean negated;

    Windows(OpenHours[] windows, boolean negated) {
      this.windows = windows;
      this.negated = negated;
    }

    @Override
    public Truth on(Object value) {
      if (!(value instanceof Instant moment)) {
        return Truth.UNKNOWN;
      }
      for (OpenHours window : windows) {
        if (window.contains(moment)) {
          return Truth.of(!negated);
        }
      }
      return Truth.of(negated);
    }
  }
}
