package org.freehold.engine.access.condition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.freehold.engine.access.condition.Condition.All;
import org.freehold.engine.access.condition.Condition.Any;
import org.freehold.engine.access.condition.Condition.Not;
import org.freehold.engine.access.condition.Condition.Test;
import org.freehold.engine.access.condition.Finding.Code;

/**
 * Finds the smallest parts of a condition that can never be true. Never wrong about what it finds;
 * it may miss some: it gives up after {@link #MAX_STEPS}, and does not relate one attribute to
 * another.
 */
final class Satisfiability {

  private static final int MAX_STEPS = 20_000;

  /** A condition that must be true, or with {@code negated} false. */
  private record Demand(Condition condition, boolean negated) {}

  private final AttributeCatalogue attributes;
  private final List<Finding> findings = new ArrayList<>();
  private int steps;

  Satisfiability(AttributeCatalogue attributes) {
    this.attributes = attributes;
  }

  List<Finding> check(Condition condition) {
    boolean dead = !canBeTrue(condition, false);
    collect(condition, false, "", dead ? Code.NEVER_MATCHES : Code.BRANCH_NEVER_MATCHES);
    return findings;
  }

  /** Reports this part when it is dead and none of its parts is; says whether it is dead. */
  private boolean collect(Condition condition, boolean negated, String pointer, Code code) {
    if (condition instanceof Not not) {
      return collect(not.of(), !negated, pointer + "/not", code);
    }
    boolean found = false;
    if (condition instanceof All all) {
      found = collectEach(all.of(), negated, pointer + "/all", code);
    } else if (condition instanceof Any any) {
      found = collectEach(any.of(), negated, pointer + "/any", code);
    }
    boolean dead = !canBeTrue(condition, negated);
    if (dead && !found) {
      findings.add(new Finding(code, pointer, ""));
    }
    return dead || found;
  }

  private boolean collectEach(
      List<Condition> conditions, boolean negated, String pointer, Code code) {
    boolean found = false;
    for (int position = 0; position < conditions.size(); position++) {
      found |= collect(conditions.get(position), negated, pointer + "/" + position, code);
    }
    return found;
  }

  private boolean canBeTrue(Condition condition, boolean negated) {
    steps = 0;
    return search(List.of(new Demand(condition, negated)), Map.of());
  }

  /** Takes the first demand apart; a choice is tried way by way. */
  private boolean search(List<Demand> demands, Map<String, List<AttributeDemand>> taken) {
    if (++steps > MAX_STEPS || demands.isEmpty()) {
      return true;
    }
    Demand first = demands.get(0);
    List<Demand> rest = demands.subList(1, demands.size());
    boolean negated = first.negated();
    if (first.condition() instanceof Not not) {
      return search(with(rest, List.of(not.of()), !negated), taken);
    }
    if (first.condition() instanceof Test test) {
      Map<String, List<AttributeDemand>> more = with(taken, test, negated);
      List<AttributeDemand> onIt = more.get(test.attribute());
      return Contradiction.isPossible(onIt) && search(rest, more);
    }
    List<Condition> parts =
        first.condition() instanceof All all ? all.of() : ((Any) first.condition()).of();
    boolean together = first.condition() instanceof All ^ negated;
    if (together) {
      return search(with(rest, parts, negated), taken);
    }
    return parts.stream().anyMatch(part -> search(with(rest, List.of(part), negated), taken));
  }

  private static List<Demand> with(List<Demand> rest, List<Condition> parts, boolean negated) {
    List<Demand> all = new ArrayList<>();
    parts.forEach(part -> all.add(new Demand(part, negated)));
    all.addAll(rest);
    return all;
  }

  private Map<String, List<AttributeDemand>> with(
      Map<String, List<AttributeDemand>> taken, Test test, boolean negated) {
    Map<String, List<AttributeDemand>> more = new LinkedHashMap<>(taken);
    List<AttributeDemand> onIt = new ArrayList<>(more.getOrDefault(test.attribute(), List.of()));
    Attribute attribute = attributes.find(test.attribute()).orElseThrow();
    onIt.add(new AttributeDemand(attribute, test, negated));
    more.put(test.attribute(), onIt);
    return more;
  }
}
