package org.freehold.projects.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.freehold.platform.persistence.Condition;

/**
 * A piece of JPQL that is true of the rows that are meant; of the others it is false or unknown.
 * There is no negation, so that the two need not be told apart.
 */
record Clause(String jpql, Map<String, Object> parameters) {
  static final Clause ALWAYS = of("1 = 1");
  static final Clause NEVER = of("1 = 0");

  static Clause of(String jpql) {
    return new Clause(jpql, Map.of());
  }

  static Clause of(String jpql, String parameter, Object value) {
    return new Clause(jpql, Map.of(parameter, value));
  }

  static Clause known(boolean always) {
    return always ? ALWAYS : NEVER;
  }

  static Clause all(Clause... clauses) {
    return all(List.of(clauses));
  }

  static Clause all(List<Clause> clauses) {
    return combined(clauses, ALWAYS, NEVER, " and ");
  }

  static Clause any(Clause... clauses) {
    return any(List.of(clauses));
  }

  static Clause any(List<Clause> clauses) {
    return combined(clauses, NEVER, ALWAYS, " or ");
  }

  private static Clause combined(
      List<Clause> clauses, Clause neutral, Clause decisive, String word) {
    if (clauses.contains(decisive)) {
      return decisive;
    }
    List<Clause> open = clauses.stream().filter(clause -> !clause.equals(neutral)).toList();
    if (open.isEmpty()) {
      return neutral;
    }
    if (open.size() == 1) {
      return open.get(0);
    }
    Map<String, Object> parameters = new LinkedHashMap<>();
    open.forEach(clause -> parameters.putAll(clause.parameters()));
    List<String> parts = open.stream().map(Clause::jpql).toList();
    return new Clause("(" + String.join(word, parts) + ")", parameters);
  }

  /** Null for {@link #ALWAYS}. */
  Condition condition() {
    return equals(ALWAYS) ? null : new Condition(jpql, parameters);
  }
}
