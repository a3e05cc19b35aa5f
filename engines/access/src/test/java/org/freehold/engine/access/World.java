package org.freehold.engine.access;

import java.util.List;

/** A tenant with everything in it, as the tests make it up. */
record World(
    TenantFacts tenant,
    List<RoleDefinition> roles,
    List<Grant> grants,
    List<Policy> policies,
    List<SubjectFacts> subjects) {

  World {
    roles = List.copyOf(roles);
    grants = List.copyOf(grants);
    policies = List.copyOf(policies);
    subjects = List.copyOf(subjects);
  }

  TenantSnapshot snapshot() {
    RoleGraph graph = RoleGraph.of(PermissionCatalogue.builtIn(), roles);
    return TenantSnapshot.of(1, tenant, graph, grants, policies, subjects);
  }

  World withRoles(List<RoleDefinition> other) {
    return new World(tenant, other, grants, policies, subjects);
  }

  World withGrants(List<Grant> other) {
    return new World(tenant, roles, other, policies, subjects);
  }

  World withPolicies(List<Policy> other) {
    return new World(tenant, roles, grants, other, subjects);
  }
}
