package org.freehold.engine.access;

import java.util.Comparator;
import java.util.List;
import org.freehold.engine.access.Policy.Effect;

/** The policies about a subject in one place, the highest priority first. */
final class PolicyIndex {

  private static final Comparator<CompiledPolicy> ORDER =
      Comparator.comparingInt((CompiledPolicy compiled) -> -compiled.policy().priority())
          .thenComparing(compiled -> compiled.policy().id());

  static final PolicyIndex NONE = new PolicyIndex(List.of());

  private final CompiledPolicy[] allows;
  private final CompiledPolicy[] denies;
  private final CompiledPolicy[] reportOnly;
  private final PermissionSet allowed;
  private final PermissionSet denied;

  PolicyIndex(List<CompiledPolicy> policies) {
    this.allows = select(policies, Effect.ALLOW, false);
    this.denies = select(policies, Effect.DENY, false);
    this.reportOnly =
        policies.stream()
            .filter(compiled -> compiled.policy().reportOnly())
            .sorted(ORDER)
            .toArray(CompiledPolicy[]::new);
    this.allowed = union(allows);
    this.denied = union(denies);
  }

  private static CompiledPolicy[] select(
      List<CompiledPolicy> policies, Effect effect, boolean reportOnly) {
    return policies.stream()
        .filter(compiled -> compiled.policy().effect() == effect)
        .filter(compiled -> compiled.policy().reportOnly() == reportOnly)
        .sorted(ORDER)
        .toArray(CompiledPolicy[]::new);
  }

  private static PermissionSet union(CompiledPolicy[] policies) {
    PermissionSet union = PermissionSet.NONE;
    for (CompiledPolicy compiled : policies) {
      union = union.union(compiled.permissions());
    }
    return union;
  }

  /** The permissions about which it must be asked. */
  PermissionSet touched() {
    return allowed.union(denied);
  }

  boolean mayAllow(int permission) {
    return allowed.has(permission);
  }

  boolean mayDeny(int permission) {
    return denied.has(permission);
  }

  /** The first that gives the permission; null when none does. */
  CompiledPolicy allowing(
      Subject subject, int permission, Action action, ResourceFacts facts, Environment env) {
    return first(allows, subject, permission, action, facts, env);
  }

  /** The first that takes the permission; null when none does. */
  CompiledPolicy denying(
      Subject subject, int permission, Action action, ResourceFacts facts, Environment env) {
    return first(denies, subject, permission, action, facts, env);
  }

  private static CompiledPolicy first(
      CompiledPolicy[] policies,
      Subject subject,
      int permission,
      Action action,
      ResourceFacts facts,
      Environment env) {
    for (CompiledPolicy compiled : policies) {
      if (compiled.applies(subject, permission, action, facts, env)) {
        return compiled;
      }
    }
    return null;
  }

  List<CompiledPolicy> allows() {
    return List.of(allows);
  }

  List<CompiledPolicy> denies() {
    return List.of(denies);
  }

  List<CompiledPolicy> reportOnly() {
    return List.of(reportOnly);
  }
}
