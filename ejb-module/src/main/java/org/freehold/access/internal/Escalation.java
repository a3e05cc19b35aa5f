package org.freehold.access.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.freehold.engine.access.PermissionSet;
import org.freehold.engine.access.RoleGraph;
import org.freehold.engine.access.RoleSet;
import org.freehold.engine.access.Subject;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Invalid;
import org.freehold.platform.NotAllowed;
import org.freehold.platform.Problem;
import org.freehold.platform.WorkspaceId;

/** Nobody gives, takes away or forbids what they do not hold themselves, where it counts. */
@ApplicationScoped
public class Escalation {
  private static final int NAMED = 5;

  @Inject private CallAccess caller;
  @Inject private TenantRoles roles;

  /** A role that there is no more gives nothing and may be taken by anybody. */
  void requireMayGrant(Collection<String> names, WorkspaceId workspace) {
    RoleGraph graph = roles.now(CurrentCall.tenantId());
    for (String name : names) {
      if (graph.canonical(name).isPresent()) {
        RoleSet set = graph.role(name);
        requireHolds(set.granted().union(set.denied()), name, workspace);
      }
    }
  }

  /** What a change of the role makes different to whoever has it. */
  public void requireMayChange(RoleSet before, RoleSet after, String name, WorkspaceId workspace) {
    PermissionSet granted = difference(before.granted(), after.granted());
    PermissionSet denied = difference(before.denied(), after.denied());
    requireHolds(granted.union(denied), name, workspace);
  }

  /** The same for permissions as they are written. */
  void requireMayGrant(List<String> permissions, String pointer) {
    PermissionSet held = held(null);
    List<Problem.Fault> faults = new ArrayList<>();
    List<String> above = new ArrayList<>();
    for (int i = 0; i < permissions.size(); i++) {
      try {
        if (!held.containsAll(caller.snapshot().catalogue().compile(List.of(permissions.get(i))))) {
          above.add(permissions.get(i));
        }
      } catch (IllegalArgumentException e) {
        // The message of the catalogue would repeat whatever was sent.
        faults.add(new Problem.Fault(pointer + "/" + i, "unknown", "There is no such permission."));
      }
    }
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
    if (!above.isEmpty()) {
      throw NotAllowed.because(
          "permission_above_caller",
          "You do not hold " + String.join(", ", above) + " in the whole tenant.",
          "Leave out what you do not hold, or ask somebody who holds it.");
    }
  }

  private static PermissionSet difference(PermissionSet one, PermissionSet other) {
    return one.minus(other).union(other.minus(one));
  }

  private void requireHolds(PermissionSet needed, String role, WorkspaceId workspace) {
    PermissionSet missing = needed.minus(held(workspace));
    if (missing.isEmpty()) {
      return;
    }
    List<String> codes = missing.codes(caller.snapshot().catalogue());
    String named = String.join(", ", codes.subList(0, Math.min(NAMED, codes.size())));
    String more = codes.size() > NAMED ? " and " + (codes.size() - NAMED) + " more" : "";
    throw NotAllowed.because(
        "role_above_caller",
        "The role " + role + " may do more than you may, or forbids it.",
        "Ask somebody who holds " + named + more + ".");
  }

  private PermissionSet held(WorkspaceId workspace) {
    Subject subject = caller.subject();
    PermissionSet inTenant = subject.tenantPermissions();
    return workspace == null
        ? inTenant
        : subject.workspacePermissions().getOrDefault(workspace.value(), inTenant);
  }
}
