package org.freehold.engine.access;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.freehold.engine.access.Policy.Effect;
import org.freehold.engine.access.condition.Condition;
import org.freehold.engine.access.condition.Truth;

/** A policy ready to be asked. */
final class CompiledPolicy {

  private final Policy policy;
  private final PermissionSet permissions;
  private final Set<String> roles;
  private final Predicate condition;

  CompiledPolicy(Policy policy, RoleGraph graph, ConditionCompiler conditions) {
    this.policy = policy;
    PermissionCatalogue catalogue = graph.catalogue();
    // What this version does not know is about nothing here.
    List<String> known = policy.target().permissions().stream().filter(catalogue::isGrant).toList();
    this.permissions =
        policy.effect() == Effect.DENY ? catalogue.compileDeny(known) : catalogue.compile(known);
    this.roles = new HashSet<>();
    policy.target().roles().forEach(role -> graph.canonical(role).ifPresent(roles::add));
    this.condition = conditions.compileOrUnknown(policy.condition());
  }

  Policy policy() {
    return policy;
  }

  PermissionSet permissions() {
    return permissions;
  }

  /** Whether it is about this subject where it holds these roles. */
  boolean isAbout(Subject.Kind kind, UUID id, Set<UUID> teams, Set<String> rolesHeld) {
    Policy.Target target = policy.target();
    boolean person = kind == Subject.Kind.USER;
    return target.isEverybody()
        || rolesHeld.stream().anyMatch(roles::contains)
        || (person ? target.users() : target.keys()).contains(id)
        || person && teams.stream().anyMatch(target.teams()::contains);
  }

  /**
   * Whether it is enforced, now or later, and gives its permissions, if its condition is met, to
   * whoever has one of these roles or is in one of these teams, because of that.
   */
  boolean gives(Set<String> names, Set<UUID> teams, Instant now) {
    Policy.Target target = policy.target();
    return gives(now)
        && (names.stream().anyMatch(name -> roles.contains(name) || target.roles().contains(name))
            || teams.stream().anyMatch(target.teams()::contains));
  }

  /** Whether it is enforced, now or later, and gives its permissions to anybody. */
  boolean gives(Instant now) {
    return policy.effect() == Effect.ALLOW
        && !policy.reportOnly()
        && (policy.expires() == null || now.isBefore(policy.expires()));
  }

  /**
   * Whether it is about this subject now and not about everybody: it names whom it is about, or
   * asks who they are.
   */
  boolean singlesOut(Subject subject, PermissionCatalogue catalogue, Environment env) {
    if (policy.target().isEverybody() && !asksWho(policy.condition())) {
      return false;
    }
    return isAbout(subject.kind(), subject.id(), subject.teams(), subject.rolesAnywhere())
        && IntStream.range(0, catalogue.codes().size())
            .anyMatch(index -> applies(subject, index, catalogue.action(index), null, env));
  }

  private static boolean asksWho(Condition condition) {
    if (condition instanceof Condition.All all) {
      return all.of().stream().anyMatch(CompiledPolicy::asksWho);
    }
    if (condition instanceof Condition.Any any) {
      return any.of().stream().anyMatch(CompiledPolicy::asksWho);
    }
    if (condition instanceof Condition.Not not) {
      return asksWho(not.of());
    }
    return condition instanceof Condition.Test test
        && test.attribute().startsWith(AccessAttributes.SUBJECT);
  }

  boolean applies(
      Subject subject, int permission, Action action, ResourceFacts facts, Environment env) {
    if (!permissions.has(permission) || !isAboutKind(action, facts) || !countsAt(env)) {
      return false;
    }
    Truth truth = condition.test(subject, action, facts, env);
    return policy.effect() == Effect.DENY ? truth != Truth.NO : truth == Truth.YES;
  }

  /** For which rows it applies, before missing columns are decided upon. */
  RowRule residual(Subject subject, Action action, ResourceKind kind, Environment env) {
    boolean about = policy.target().resourceTypes().isEmpty() || names(kind.name());
    if (!permissions.has(action.index()) || !about || !countsAt(env)) {
      return RowRule.NEVER;
    }
    return condition.residual(subject, action, kind, env);
  }

  boolean isAboutKind(Action action, ResourceFacts facts) {
    return policy.target().resourceTypes().isEmpty()
        || names(facts == null ? action.resource() : facts.resourceType());
  }

  private boolean names(String resourceType) {
    return policy.target().resourceTypes().contains(resourceType);
  }

  boolean countsAt(Environment env) {
    return (policy.notBefore() == null || !env.now().isBefore(policy.notBefore()))
        && (policy.expires() == null || env.now().isBefore(policy.expires()));
  }
}
