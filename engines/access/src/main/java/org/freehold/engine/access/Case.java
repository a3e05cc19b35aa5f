package org.freehold.engine.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * One question with everything that its answer depends on, so that it can be asked again with
 * something changed.
 *
 * @param maker null unless the subject is a key that somebody made
 * @param thing null when it is about none
 */
record Case(
    TenantFacts tenant,
    RoleGraph roles,
    List<Grant> grants,
    List<Policy> policies,
    SubjectFacts subject,
    SubjectFacts maker,
    Action action,
    ResourceFacts thing,
    Environment env) {

  Decision decide() {
    PolicyBook book = new PolicyBook(policies, roles, tenant);
    Map<UUID, List<Grant>> byHolder =
        grants.stream()
            .collect(Collectors.groupingBy(Grant::holderId, HashMap::new, Collectors.toList()));
    Subject now = new SubjectCompiler(roles, book, byHolder).compile(subject, maker).at(env.now());
    return AccessEngine.decide(now, roles.catalogue(), action, thing, env);
  }

  Case withGrants(List<Grant> other) {
    return new Case(tenant, roles, other, policies, subject, maker, action, thing, env);
  }

  Case with(Grant more) {
    List<Grant> all = new ArrayList<>(grants);
    all.add(more);
    return withGrants(all);
  }

  Case withPolicies(List<Policy> other) {
    return new Case(tenant, roles, grants, other, subject, maker, action, thing, env);
  }

  Case withRole(String name, UnaryOperator<RoleDefinition> change) {
    List<RoleDefinition> changed =
        roles.roles().stream()
            .filter(role -> BuiltInRoles.canonical(role.name()).isEmpty())
            .map(role -> role.name().equals(name) ? change.apply(role) : role)
            .toList();
    RoleGraph graph = RoleGraph.of(roles.catalogue(), changed);
    return new Case(tenant, graph, grants, policies, subject, maker, action, thing, env);
  }

  Case withSubject(SubjectFacts other) {
    return new Case(tenant, roles, grants, policies, other, maker, action, thing, env);
  }

  Case withMaker(SubjectFacts other) {
    return new Case(tenant, roles, grants, policies, subject, other, action, thing, env);
  }

  Case withThing(ResourceFacts other) {
    return new Case(tenant, roles, grants, policies, subject, maker, action, other, env);
  }

  Case withEnvironment(Environment other) {
    return new Case(tenant, roles, grants, policies, subject, maker, action, thing, other);
  }

  Case at(Instant moment) {
    return withEnvironment(
        new Environment(moment, env.address(), env.mfaAgeSeconds(), env.context()));
  }

  /** The person on whom it depends: the subject, or the key's maker. */
  SubjectFacts person() {
    return maker == null ? subject : maker;
  }

  Case withPerson(SubjectFacts other) {
    return maker == null ? withSubject(other) : withMaker(other);
  }

  UUID workspace() {
    return thing == null ? null : thing.workspaceId();
  }
}
