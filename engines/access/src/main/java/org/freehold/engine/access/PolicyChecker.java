package org.freehold.engine.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.freehold.engine.access.condition.ConditionChecker;
import org.freehold.engine.access.condition.Finding;
import org.freehold.engine.access.condition.Finding.Code;

/** Tells what is wrong with a policy before it is saved. */
public final class PolicyChecker {

  /** Of one tenant. */
  public static final int MAX_POLICIES = 500;

  /** Permissions, and each kind of subjects and types, of one policy. */
  public static final int MAX_TARGETS = 200;

  private final RoleGraph roles;
  private final List<Finding> findings = new ArrayList<>();

  private PolicyChecker(RoleGraph roles) {
    this.roles = roles;
  }

  /**
   * All findings. Pointers are into {@code {"permissions": […], "resource_types": […], "roles":
   * […], "users": […], "teams": […], "keys": […], "expires": …, "condition": …}}; a set's member is
   * not pointed at but is the detail. Whether users, teams and keys exist is not asked.
   */
  public static List<Finding> check(Policy policy, RoleGraph roles) {
    PolicyChecker checker = new PolicyChecker(roles);
    checker.visit(policy);
    return List.copyOf(checker.findings);
  }

  private void visit(Policy policy) {
    visitPermissions(policy.target().permissions());
    visitTarget(policy.target());
    if (policy.notBefore() != null
        && policy.expires() != null
        && !policy.notBefore().isBefore(policy.expires())) {
      findings.add(new Finding(Code.EXPIRES_BEFORE_START, "/expires", policy.expires().toString()));
    }
    if (policy.condition() != null) {
      ConditionChecker.check(AccessAttributes.catalogue(), policy.condition())
          .forEach(
              found ->
                  findings.add(
                      new Finding(found.code(), "/condition" + found.pointer(), found.detail())));
    }
  }

  private void visitPermissions(List<String> permissions) {
    if (permissions.isEmpty()) {
      findings.add(new Finding(Code.VALUE_MISSING, "/permissions", ""));
    }
    limit("/permissions", permissions.size());
    for (int position = 0; position < permissions.size(); position++) {
      String entry = permissions.get(position);
      if (!roles.catalogue().isGrant(entry)) {
        findings.add(new Finding(Code.UNKNOWN_PERMISSION, "/permissions/" + position, entry));
      }
    }
  }

  private void visitTarget(Policy.Target target) {
    limit("/users", target.users().size());
    limit("/teams", target.teams().size());
    limit("/keys", target.keys().size());
    each("/roles", target.roles(), Code.UNKNOWN_ROLE, role -> roles.canonical(role).isPresent());
    each(
        "/resource_types",
        target.resourceTypes(),
        Code.UNKNOWN_RESOURCE_TYPE,
        type -> roles.catalogue().kind(type) != null);
  }

  private void each(
      String pointer, Set<String> members, Code code, java.util.function.Predicate<String> known) {
    limit(pointer, members.size());
    members.stream()
        .filter(known.negate())
        .sorted()
        .forEach(member -> findings.add(new Finding(code, pointer, member)));
  }

  private void limit(String pointer, int size) {
    if (size > MAX_TARGETS) {
      findings.add(new Finding(Code.TOO_MANY_VALUES, pointer, Integer.toString(MAX_TARGETS)));
    }
  }
}
