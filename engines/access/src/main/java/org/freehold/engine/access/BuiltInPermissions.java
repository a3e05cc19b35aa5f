package org.freehold.engine.access;

import java.util.ArrayList;
import java.util.List;

/**
 * The permissions of the wire contract: read, write and admin on everything, and the rest apart.
 */
final class BuiltInPermissions {

  private static final List<String> RESOURCES =
      List.of(
          "tenants",
          "workspaces",
          "users",
          "teams",
          "roles",
          "policies",
          "api_keys",
          "audit",
          "compliance",
          "privacy",
          "projects",
          "tasks",
          "files",
          "environments",
          "releases",
          "database",
          "flags",
          "billing",
          "usage",
          "domains",
          "integrations",
          "webhooks",
          "templates",
          "jobs",
          "analytics",
          "settings",
          "support",
          "system");

  private static final List<String> STANDING_APART =
      List.of(
          "releases:approve",
          "releases:promote",
          "releases:rollback",
          "flags:approve",
          "policies:approve",
          "privacy:approve",
          "support:approve",
          "users:invite",
          "workspaces:invite",
          "tenants:export",
          "audit:export",
          "compliance:export",
          "privacy:export",
          "projects:export",
          "usage:export",
          "analytics:export");

  static final PermissionCatalogue CATALOGUE = PermissionCatalogue.of(codes());

  private BuiltInPermissions() {}

  private static List<String> codes() {
    List<String> codes = new ArrayList<>();
    for (String resource : RESOURCES) {
      codes.add(resource + ":read");
      codes.add(resource + ":write");
      codes.add(resource + ":admin");
    }
    codes.addAll(STANDING_APART);
    return codes;
  }
}
