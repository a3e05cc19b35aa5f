package org.freehold.engine.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** All policies of a tenant, and the one index of each combination of them that somebody has. */
final class PolicyBook {

  private final List<CompiledPolicy> policies;
  private final Map<List<CompiledPolicy>, PolicyIndex> indexes = new ConcurrentHashMap<>();

  PolicyBook(Collection<Policy> policies, RoleGraph roles, TenantFacts tenant) {
    ConditionCompiler conditions = new ConditionCompiler(tenant);
    this.policies =
        policies.stream().map(policy -> new CompiledPolicy(policy, roles, conditions)).toList();
  }

  PolicyIndex about(Subject.Kind kind, UUID id, Set<UUID> teams, Set<String> roles) {
    List<CompiledPolicy> about = new ArrayList<>();
    for (CompiledPolicy policy : policies) {
      if (policy.isAbout(kind, id, teams, roles)) {
        about.add(policy);
      }
    }
    return about.isEmpty()
        ? PolicyIndex.NONE
        : indexes.computeIfAbsent(List.copyOf(about), PolicyIndex::new);
  }

  PermissionSet given(Set<String> roles, Set<UUID> teams, Instant now) {
    PermissionSet given = PermissionSet.NONE;
    for (CompiledPolicy policy : policies) {
      if (policy.gives(roles, teams, now)) {
        given = given.union(policy.permissions());
      }
    }
    return given;
  }

  PermissionSet given(UUID policyId, Instant now) {
    return policies.stream()
        .filter(policy -> policy.policy().id().equals(policyId) && policy.gives(now))
        .map(CompiledPolicy::permissions)
        .findFirst()
        .orElse(PermissionSet.NONE);
  }

  boolean singlesOut(
      UUID policyId, Subject subject, PermissionCatalogue catalogue, Environment env) {
    return policies.stream()
        .filter(policy -> policy.policy().id().equals(policyId))
        .anyMatch(policy -> policy.singlesOut(subject, catalogue, env));
  }

  List<Policy> policies() {
    return policies.stream().map(CompiledPolicy::policy).toList();
  }

  /** Those about at least one of these. */
  List<Policy> on(PermissionSet permissions) {
    return policies.stream()
        .filter(policy -> policy.permissions().intersects(permissions))
        .map(CompiledPolicy::policy)
        .toList();
  }
}
