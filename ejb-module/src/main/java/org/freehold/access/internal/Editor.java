package org.freehold.access.internal;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.freehold.engine.access.Decision;
import org.freehold.engine.access.Environment;
import org.freehold.engine.access.PermissionCatalogue;
import org.freehold.engine.access.PermissionSet;
import org.freehold.engine.access.Subject;
import org.freehold.engine.access.TenantSnapshot;
import org.freehold.platform.WorkspaceId;

/**
 * Who changes roles, as far as what they hold bounds it.
 *
 * @param subject null: nothing does
 */
public record Editor(TenantSnapshot snapshot, Subject subject, Environment environment) {
  private static final Subject NOBODY =
      new Subject((UUID) null, PermissionSet.NONE, Map.of(), Set.of());

  static Subject orNobody(Subject known) {
    return known == null ? NOBODY : known;
  }

  boolean isUnbounded() {
    return subject == null;
  }

  PermissionCatalogue catalogue() {
    return snapshot.catalogue();
  }

  /** By roles, in the workspace or with null in the whole tenant. */
  PermissionSet held(WorkspaceId workspace) {
    PermissionSet inTenant = subject.tenantPermissions();
    return workspace == null
        ? inTenant
        : subject.workspacePermissions().getOrDefault(workspace.value(), inTenant);
  }

  /** Policies considered. */
  public boolean may(String permission) {
    return snapshot.decide(subject, catalogue().action(permission), null, environment)
        == Decision.ALLOW;
  }
}
