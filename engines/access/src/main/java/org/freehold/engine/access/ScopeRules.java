package org.freehold.engine.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.freehold.engine.access.condition.Condition;
import org.freehold.engine.access.condition.Literal;
import org.freehold.engine.access.condition.Operator;
import org.freehold.engine.access.condition.Truth;

/**
 * Makes the row rules of one subject's list: place by place, then together where they are equal.
 */
final class ScopeRules {

  private final Subject subject;
  private final PermissionCatalogue catalogue;
  private final ResourceKind kind;
  private final Environment env;
  private final Set<UUID> known;

  ScopeRules(Subject subject, PermissionCatalogue catalogue, ResourceKind kind, Environment env) {
    this.subject = subject;
    this.catalogue = catalogue;
    this.kind = kind;
    this.env = env;
    this.known = new LinkedHashSet<>(subject.places().keySet());
  }

  RowRules make() {
    if (!isTouched()) {
      return RowRules.NONE;
    }
    Action read = catalogue.action(kind.readIndex());
    Action admin = catalogue.action(kind.adminIndex());
    return new RowRules(
        RowRules.ifTrue(byPlace(at -> at.inside() ? allow(at, read) : RowRule.NEVER)),
        RowRules.ifTrue(byPlace(at -> allow(at, admin))),
        RowRules.unlessFalse(byPlace(at -> deny(at, read))),
        RowRules.unlessFalse(byPlace(at -> RowRule.any(List.of(deny(at, admin), lost(at))))));
  }

  private boolean isTouched() {
    Subject maker = subject.maker();
    return isTouched(subject) || maker != null && isTouched(maker);
  }

  private static boolean isTouched(Subject one) {
    Place tenant = one.tenant();
    return tenant.policies() != PolicyIndex.NONE
        || one.places().values().stream()
            .anyMatch(
                place ->
                    place.policies() != PolicyIndex.NONE
                        || !place.held().containsAll(tenant.held()));
  }

  /** The tenant itself, a workspace known to the subject, or all the others. */
  private record At(UUID workspace, boolean elsewhere, boolean inside) {}

  private List<At> places() {
    List<At> places = new ArrayList<>(List.of(new At(null, false, true)));
    known.forEach(workspace -> places.add(new At(workspace, false, !subject.isOutside(workspace))));
    places.add(new At(null, true, false));
    return places;
  }

  private RowRule allow(At at, Action action) {
    Place place = subject.at(at.workspace());
    Subject asked = subject.maker() == null ? subject : subject.maker();
    Place askedPlace = asked.at(at.workspace());
    int permission = action.index();
    if (place.denied().has(permission)
        || askedPlace.denied().has(permission)
        || !place.ceiling().has(permission)) {
      return RowRule.NEVER;
    }
    return anyOf(askedPlace.policies().allows(), asked, action);
  }

  private RowRule deny(At at, Action action) {
    RowRule own = anyOf(subject.at(at.workspace()).policies().denies(), subject, action);
    Subject maker = subject.maker();
    return maker == null
        ? own
        : RowRule.any(
            List.of(own, anyOf(maker.at(at.workspace()).policies().denies(), maker, action)));
  }

  /** An administrator of the tenant is none in a workspace in which a role denies it. */
  private RowRule lost(At at) {
    boolean lost =
        subject.tenant().held().has(kind.adminIndex())
            && !subject.at(at.workspace()).held().has(kind.adminIndex())
            && subject.at(at.workspace()).denied().has(kind.adminIndex());
    return RowRule.known(Truth.of(lost));
  }

  private RowRule anyOf(List<CompiledPolicy> policies, Subject asked, Action action) {
    return RowRule.any(
        policies.stream().map(policy -> policy.residual(asked, action, kind, env)).toList());
  }

  private RowRule byPlace(Function<At, RowRule> rules) {
    Map<RowRule, List<At>> grouped = new LinkedHashMap<>();
    for (At at : places()) {
      grouped.computeIfAbsent(rules.apply(at), rule -> new ArrayList<>()).add(at);
    }
    if (grouped.size() == 1) {
      return grouped.keySet().iterator().next();
    }
    List<RowRule> ways = new ArrayList<>();
    grouped.forEach((rule, places) -> ways.add(RowRule.all(List.of(rule, where(places)))));
    return RowRule.any(ways);
  }

  private RowRule where(List<At> places) {
    List<RowRule> ways = new ArrayList<>();
    List<Literal> named = new ArrayList<>();
    for (At at : places) {
      if (at.workspace() != null) {
        named.add(Literal.of(at.workspace().toString()));
      } else if (at.elsewhere()) {
        ways.add(elsewhere());
      } else {
        ways.add(workspace(Operator.MISSING, List.of()));
      }
    }
    if (!named.isEmpty()) {
      ways.add(inWorkspaces(named));
    }
    return RowRule.any(ways);
  }

  /** Never unknown: a row without a workspace is in none of them. */
  private static RowRule inWorkspaces(List<Literal> named) {
    return RowRule.all(
        List.of(workspace(Operator.EXISTS, List.of()), workspace(Operator.IN, named)));
  }

  private RowRule elsewhere() {
    RowRule somewhere = workspace(Operator.EXISTS, List.of());
    if (known.isEmpty()) {
      return somewhere;
    }
    List<Literal> named = known.stream().map(UUID::toString).map(Literal::of).toList();
    return RowRule.all(List.of(somewhere, workspace(Operator.NOT_IN, named)));
  }

  private static RowRule workspace(Operator operator, List<Literal> values) {
    return new RowRule.Row(new Condition.Test(AccessAttributes.WORKSPACE, operator, values));
  }
}
