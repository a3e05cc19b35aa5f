package org.freehold.access.internal;

import java.util.Map;
import java.util.UUID;
import org.freehold.engine.access.TenantSnapshot;

/**
 * What a node keeps of a tenant for its calls.
 *
 * @param workspaces the slugs of all workspaces
 */
record TenantAccess(TenantSnapshot snapshot, Map<UUID, String> workspaces) {
  TenantAccess {
    workspaces = Map.copyOf(workspaces);
  }
}
