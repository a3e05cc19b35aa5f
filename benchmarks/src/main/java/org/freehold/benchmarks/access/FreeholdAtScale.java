package org.freehold.benchmarks.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.freehold.engine.access.Action;
import org.freehold.engine.access.Decision;
import org.freehold.engine.access.Environment;
import org.freehold.engine.access.Grant;
import org.freehold.engine.access.PermissionCatalogue;
import org.freehold.engine.access.Policy;
import org.freehold.engine.access.Policy.Effect;
import org.freehold.engine.access.Policy.Target;
import org.freehold.engine.access.RoleDefinition;
import org.freehold.engine.access.RoleGraph;
import org.freehold.engine.access.SubjectFacts;
import org.freehold.engine.access.TenantFacts;
import org.freehold.engine.access.TenantSnapshot;
import org.freehold.engine.access.condition.Condition;
import org.freehold.engine.access.condition.Literal;
import org.freehold.engine.access.condition.Operator;

/** The rules in our own engine: a snapshot for each tenant, found by the tenant's id. */
final class FreeholdAtScale {

  private static final PermissionCatalogue CATALOGUE = PermissionCatalogue.builtIn();
  private static final Condition RECENT_MFA =
      new Condition.Test(
          "environment.mfa_age_seconds",
          Operator.LE,
          List.of(Literal.of((double) Scale.MFA_SECONDS)));

  /** A question in the words of the engine. */
  record Asked(UUID tenant, UUID person, Action action, Environment environment) {}

  private final Map<UUID, TenantSnapshot> snapshots = new HashMap<>();

  FreeholdAtScale(int tenants) {
    for (int tenant = 0; tenant < tenants; tenant++) {
      snapshots.put(Scale.tenantId(tenant), snapshot(Scale.rules(tenant)));
    }
  }

  static Asked asked(Scale.Question question) {
    return new Asked(
        Scale.tenantId(question.tenant()),
        Scale.personId(question.tenant(), question.person()),
        CATALOGUE.action(question.code()),
        question.fresh() ? Scale.FRESH : Scale.STALE);
  }

  Decision decide(Asked asked) {
    TenantSnapshot snapshot = snapshots.get(asked.tenant());
    return snapshot.decide(
        snapshot.subject(asked.person(), asked.environment().now()),
        asked.action(),
        null,
        asked.environment());
  }

  static TenantSnapshot snapshot(Scale.Rules rules) {
    Map<Integer, List<String>> grants = new LinkedHashMap<>();
    List<Policy> policies = new ArrayList<>();
    for (Scale.Entry entry : rules.entries()) {
      List<String> codes = grants.computeIfAbsent(entry.role(), role -> new ArrayList<>());
      if (entry.conditional()) {
        policies.add(policy(entry, policies.size()));
      } else {
        codes.add(entry.code());
      }
    }
    List<RoleDefinition> roles =
        grants.entrySet().stream()
            .map(entry -> RoleDefinition.granting(Scale.role(entry.getKey()), entry.getValue()))
            .toList();
    return TenantSnapshot.of(
        1,
        new TenantFacts(Scale.tenantId(rules.tenant()), "active", "professional"),
        RoleGraph.of(CATALOGUE, roles),
        given(rules),
        policies,
        people(rules));
  }

  private static Policy policy(Scale.Entry entry, int number) {
    Target target = Target.role(Scale.role(entry.role()), List.of(entry.code()));
    UUID id = new UUID(6, number);
    return new Policy(id, "mfa", Effect.ALLOW, 0, false, null, null, target, RECENT_MFA);
  }

  private static List<Grant> given(Scale.Rules rules) {
    List<Grant> grants = new ArrayList<>();
    for (int person = 0; person < Scale.PEOPLE; person++) {
      UUID id = Scale.personId(rules.tenant(), person);
      for (int role : rules.rolesOfPeople().get(person)) {
        UUID grant = new UUID(5, grants.size());
        grants.add(new Grant(grant, Grant.Holder.USER, id, Scale.role(role), null, null, null));
      }
    }
    return grants;
  }

  private static List<SubjectFacts> people(Scale.Rules rules) {
    List<SubjectFacts> people = new ArrayList<>();
    for (int person = 0; person < Scale.PEOPLE; person++) {
      UUID id = Scale.personId(rules.tenant(), person);
      people.add(SubjectFacts.person(id, null, Set.of(), Set.of()));
    }
    return people;
  }
}
