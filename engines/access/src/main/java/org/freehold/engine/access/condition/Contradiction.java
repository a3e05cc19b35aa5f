package org.freehold.engine.access.condition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether one value can meet several demands on the same attribute. All of them change their answer
 * at few values only, so it is enough to try these and one between each two.
 */
final class Contradiction {

  private Contradiction() {}

  static boolean isPossible(List<AttributeDemand> demands) {
    if (demands.stream().allMatch(demand -> demand.isMetBy(null))) {
      return true;
    }
    if (demands.stream().allMatch(demand -> demand.test().operator().mostValues() == 0)) {
      return demands.stream().allMatch(demand -> demand.isMetBy("something"));
    }
    Literal kind =
        demands.stream().flatMap(demand -> demand.test().values().stream()).findFirst().get();
    if (kind instanceof Literal.Window) {
      return WindowOverlap.isPossible(demands);
    }
    if (comparesSets(demands)) {
      return isPossibleSet(demands);
    }
    return candidates(demands.get(0).attribute(), kind, demands)
        .anyMatch(value -> demands.stream().allMatch(demand -> demand.isMetBy(value)));
  }

  private static Stream<?> candidates(
      Attribute attribute, Literal kind, List<AttributeDemand> demands) {
    if (kind instanceof Literal.Number) {
      return numbers(attribute, demands).stream();
    }
    if (kind instanceof Literal.Flag) {
      return Stream.of(true, false);
    }
    if (attribute.type() == AttributeType.ADDRESS) {
      return addresses(demands).stream();
    }
    if (!attribute.domain().isEmpty()) {
      return attribute.domain().stream();
    }
    return texts(attribute, demands).stream();
  }

  private static List<Double> numbers(Attribute attribute, List<AttributeDemand> demands) {
    List<Double> bounds =
        demands.stream()
            .flatMap(demand -> demand.test().values().stream())
            .filter(Literal.Number.class::isInstance)
            .map(value -> ((Literal.Number) value).value())
            .sorted()
            .toList();
    List<Double> tried = new ArrayList<>(bounds);
    tried.add(Double.NEGATIVE_INFINITY);
    tried.add(Double.POSITIVE_INFINITY);
    for (int position = 1; position < bounds.size(); position++) {
      double low = bounds.get(position - 1);
      tried.add(low + (bounds.get(position) - low) / 2);
    }
    tried.add(attribute.minimum());
    tried.removeIf(value -> value < attribute.minimum());
    return tried;
  }

  private static List<Object> addresses(List<AttributeDemand> demands) {
    List<Object> tried = new ArrayList<>();
    tried.add(IpAddress.v4(0));
    tried.add(new IpAddress(0, 0, false));
    for (String text : textsOf(demands)) {
      Network network = Network.parse(text).orElseThrow();
      tried.add(network.first());
      network.next().ifPresent(tried::add);
    }
    return tried;
  }

  private static List<Object> texts(Attribute attribute, List<AttributeDemand> demands) {
    List<Object> tried = new ArrayList<>();
    String prefix = "";
    String suffix = "";
    for (AttributeDemand demand : demands) {
      for (Literal value : demand.test().values()) {
        if (!(value instanceof Literal.Text text)) {
          continue;
        }
        Operator operator = demand.test().operator();
        boolean asAffix = !demand.negated();
        if (operator == Operator.STARTS_WITH && asAffix) {
          prefix = text.value().length() > prefix.length() ? text.value() : prefix;
        } else if (operator == Operator.ENDS_WITH && asAffix) {
          suffix = text.value().length() > suffix.length() ? text.value() : suffix;
        }
        tried.add(attribute.type() == AttributeType.ID ? ValueTest.id(text.value()) : text.value());
      }
    }
    tried.add(prefix + "\u0001" + suffix);
    return tried;
  }

  private static List<String> textsOf(List<AttributeDemand> demands) {
    return demands.stream()
        .flatMap(demand -> demand.test().values().stream())
        .filter(Literal.Text.class::isInstance)
        .map(value -> ((Literal.Text) value).value())
        .toList();
  }

  private static boolean comparesSets(List<AttributeDemand> demands) {
    return demands.stream()
        .map(demand -> demand.test().operator().positive())
        .anyMatch(
            operator -> operator == Operator.CONTAINS_ANY || operator == Operator.CONTAINS_ALL);
  }

  /** The largest set without what is forbidden; only "not all of these" asks for a smaller one. */
  private static boolean isPossibleSet(List<AttributeDemand> demands) {
    Set<Object> largest = new HashSet<>();
    demands.forEach(demand -> largest.addAll(itemsOf(demand)));
    Set<Object> required = new HashSet<>();
    for (AttributeDemand demand : demands) {
      boolean negated = demand.negated() ^ demand.test().operator().negative();
      if (demand.test().operator() == Operator.CONTAINS_ALL && !negated) {
        required.addAll(itemsOf(demand));
      } else if (demand.test().operator().positive() == Operator.CONTAINS_ANY && negated) {
        largest.removeAll(itemsOf(demand));
      }
    }
    return demands.stream()
        .allMatch(
            demand ->
                asksForLess(demand)
                    ? !required.containsAll(itemsOf(demand))
                    : demand.isMetBy(largest));
  }

  private static Set<Object> itemsOf(AttributeDemand demand) {
    boolean ids = demand.attribute().type() == AttributeType.IDS;
    Set<Object> items = new HashSet<>();
    textsOf(List.of(demand)).forEach(text -> items.add(ids ? ValueTest.id(text) : text));
    return items;
  }

  private static boolean asksForLess(AttributeDemand demand) {
    return demand.test().operator() == Operator.CONTAINS_ALL && demand.negated();
  }
}
