package org.freehold.access.internal;

import java.util.Map;

/** What the built-in roles are for, in a sentence each. */
final class BuiltInRoleTexts {
  private static final Map<String, String> TEXTS =
      Map.of(
          "super_admin", "Runs the platform; enters a tenant only as a member of it.",
          "tenant_admin", "Does everything in the tenant.",
          "manager", "Leads projects, teams and people, and approves releases.",
          "database_admin", "Looks after databases and environments, and promotes releases.",
          "developer", "Works on projects, and prepares releases.",
          "analyst", "Reads figures, the trail and reports, and exports them.",
          "member", "Works on tasks and files.",
          "viewer", "Looks, and changes nothing.");

  private BuiltInRoleTexts() {}

  static String of(String name) {
    return TEXTS.get(name);
  }
}
