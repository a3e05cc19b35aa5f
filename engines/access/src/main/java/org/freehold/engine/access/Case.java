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
 * @param grants those of the subject and of its maker; nobody else's matter
 * @param policies those about the permissions that the decision looks at
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

  /** What a role is called while it is only thought of. */
  static final String NEW_ROLE = "only-thought-of";

  static Case of(
      TenantSnapshot snapshot,
      SubjectFacts subject,
      Action action,
      ResourceFacts thing,
      Environment env) {
    SubjectFacts maker = snapshot.makerOf(subject);
    List<Grant> grants = new ArrayList<>(snapshot.compiler().grantsOf(subject));
    if (maker != null) {
      grants.addAll(snapshot.compiler().grantsOf(maker));
    }
    return new Case(
        snapshot.tenant(),
        snapshot.roles(),
        grants.stream().distinct().toList(),
        snapshot.policiesOn(asked(snapshot.catalogue(), action, thing)),
        subject,
        maker,
        action,
        thing,
        env);
  }

  /** All that a decision looks at: what is asked for, and what seeing the thing takes. */
  private static PermissionSet asked(
      PermissionCatalogue catalogue, Action action, ResourceFacts thing) {
    PermissionSet asked = PermissionSet.of(action.index());
    ResourceKind kind = thing == null ? null : catalogue.kind(thing.resourceType());
    if (kind == null) {
      return asked;
    }
    for (int index : new int[] {kind.readIndex(), kind.adminIndex()}) {
      asked = index == ResourceKind.NONE ? asked : asked.union(PermissionSet.of(index));
    }
    return asked;
  }

  Decision decide() {
    PolicyBook book = new PolicyBook(policies, roles, tenant);
    Map<UUID, List<Grant>> byHolder =
        grants.stream()
            .collect(Collectors.groupingBy(Grant::holderId, HashMap::new, Collectors.toList()));
    Subject now = new SubjectCompiler(roles, book, byHolder).compileAt(subject, maker, env.now());
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

  /** As if a report-only policy did what it says. */
  Case enforcing(Policy policy) {
    return withPolicies(
        policies.stream().map(each -> each == policy ? each.enforced() : each).toList());
  }

  Case withRole(String name, UnaryOperator<RoleDefinition> change) {
    return withRoles(
        ownRoles().stream()
            .map(role -> role.name().equals(name) ? change.apply(role) : role)
            .toList());
  }

  /** Whether the tenant can have one more role. */
  boolean hasRoomForRole() {
    return ownRoles().size() < RoleGraph.MAX_ROLES && roles.canonical(NEW_ROLE).isEmpty();
  }

  /** With a role of the one permission. */
  Case withNewRole(String permission) {
    List<RoleDefinition> more = new ArrayList<>(ownRoles());
    more.add(RoleDefinition.granting(NEW_ROLE, List.of(permission)));
    return withRoles(more);
  }

  private List<RoleDefinition> ownRoles() {
    return roles.roles().stream()
        .filter(role -> BuiltInRoles.canonical(role.name()).isEmpty())
        .toList();
  }

  private Case withRoles(List<RoleDefinition> own) {
    RoleGraph graph = RoleGraph.of(roles.catalogue(), own);
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
