package org.freehold.access.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.freehold.engine.access.BuiltInRoles;
import org.freehold.engine.access.PermissionCatalogue;
import org.freehold.engine.access.PermissionSet;
import org.freehold.platform.Invalid;
import org.freehold.platform.NotAllowed;
import org.freehold.platform.Problem;
import org.freehold.platform.RoleGrants;

/** The built-in roles, and the rule that nobody hands out more than they hold. */
@ApplicationScoped
public class BuiltInRoleGrants implements RoleGrants {
  private static final PermissionCatalogue CATALOGUE = PermissionCatalogue.builtIn();

  @Inject private CallSubject caller;

  @Override
  public String canonical(String role, String pointer) {
    return BuiltInRoles.canonical(role)
        .orElseThrow(
            () ->
                Invalid.at(
                    pointer,
                    "role",
                    "There is no such role; there are "
                        + String.join(", ", BuiltInRoles.names())
                        + "."));
  }

  @Override
  public void requireMayGrant(String role) {
    PermissionSet granted = BuiltInRoles.permissionsOf(List.of(role));
    if (!caller.subject().tenantPermissions().containsAll(granted)) {
      throw NotAllowed.because(
          "role_above_caller",
          "The role " + role + " may do more than you may.",
          "Ask somebody who holds it.");
    }
  }

  @Override
  public void requireMayGrant(List<String> permissions, String pointer) {
    PermissionSet held = caller.subject().tenantPermissions();
    List<Problem.Fault> faults = new ArrayList<>();
    List<String> above = new ArrayList<>();
    for (int i = 0; i < permissions.size(); i++) {
      try {
        if (!held.containsAll(CATALOGUE.compile(List.of(permissions.get(i))))) {
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
}
