package org.freehold.access.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.freehold.engine.access.BuiltInRoles;
import org.freehold.engine.access.PermissionSet;
import org.freehold.platform.Invalid;
import org.freehold.platform.NotAllowed;
import org.freehold.platform.RoleGrants;

/** The built-in roles, and the rule that nobody hands out more than they hold. */
@ApplicationScoped
public class BuiltInRoleGrants implements RoleGrants {
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
}
