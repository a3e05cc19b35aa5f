package org.freehold.projects.internal;

import java.util.HashMap;
import java.util.Map;

/**
 * Where a query finds the attributes of its rows that policies test. What is not here, the rows do
 * not have.
 *
 * @param paths by attribute, as in {@code resource.status}
 */
record RowColumns(Map<String, String> paths) {
  /** Of a project {@code p}. */
  static final RowColumns PROJECT =
      new RowColumns(
          Map.of(
              "resource.id", "p.id",
              "resource.workspace", "p.workspaceId",
              "resource.owner", "p.ownerId",
              "resource.team", "p.teamId",
              "resource.visibility", "p.visibility",
              "resource.classification", "p.governance.dataClassification",
              "resource.security_level", "p.governance.securityLevel",
              "resource.status", "p.status",
              "resource.requires_approval", "p.governance.requiresApproval"));

  /** Of a thing in the project {@code p}; the path of its status is null when it has none. */
  static RowColumns inProject(String idPath, String statusPath) {
    Map<String, String> paths = new HashMap<>(PROJECT.paths);
    paths.put("resource.id", idPath);
    paths.remove("resource.status");
    if (statusPath != null) {
      paths.put("resource.status", statusPath);
    }
    return new RowColumns(paths);
  }

  /** Of a thing that is in no project and has no status. */
  static RowColumns inTenant(String idPath) {
    return new RowColumns(Map.of("resource.id", idPath));
  }

  /** Null for an attribute that the rows do not have. */
  String path(String attribute) {
    return paths.get(attribute);
  }
}
