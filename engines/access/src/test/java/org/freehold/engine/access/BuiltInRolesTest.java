package org.freehold.engine.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuiltInRolesTest {

  private static final PermissionCatalogue CATALOGUE = PermissionCatalogue.builtIn();

  @Test
  void areTheEightOfTheContract() {
    assertThat(BuiltInRoles.names())
        .containsExactly(
            "super_admin",
            "tenant_admin",
            "manager",
            "database_admin",
            "developer",
            "analyst",
            "member",
            "viewer");
  }

  @ParameterizedTest
  @CsvSource({
    "admin,tenant_admin",
    "read_only,viewer",
    "user,viewer",
    "viewer,viewer",
    "super_admin,super_admin"
  })
  void acceptAliases(String given, String canonical) {
    assertThat(BuiltInRoles.canonical(given)).contains(canonical);
    assertThat(BuiltInRoles.grantsOf(given)).isEqualTo(BuiltInRoles.grantsOf(canonical));
  }

  @Test
  void knowNoOther() {
    assertThat(BuiltInRoles.canonical("Admin")).isEmpty();
    assertThat(BuiltInRoles.canonical("")).isEmpty();
    assertThat(BuiltInRoles.canonical(null)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> BuiltInRoles.grantsOf("owner"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BuiltInRoles.permissionsOf(List.of("viewer", "owner")));
  }

  @Test
  void administratorsHoldEverything() {
    assertThat(held("tenant_admin")).isEqualTo(CATALOGUE.codes());
    assertThat(held("super_admin")).isEqualTo(CATALOGUE.codes());
  }

  @Test
  void managerApprovesButDoesNotPromote() {
    assertThat(held("manager"))
        .contains("projects:admin", "users:write", "releases:write", "releases:approve")
        .contains("environments:read", "webhooks:read", "audit:read")
        .doesNotContain("releases:promote", "projects:export", "users:admin", "users:invite")
        .doesNotContain("environments:write", "flags:write", "billing:read");
  }

  @Test
  void databaseAdministratorPromotesButDoesNotApprove() {
    assertThat(held("database_admin"))
        .containsExactlyInAnyOrder(
            "database:read",
            "database:write",
            "database:admin",
            "environments:read",
            "environments:write",
            "environments:admin",
            "releases:read",
            "releases:write",
            "releases:promote",
            "releases:rollback",
            "jobs:read",
            "audit:read",
            "projects:read");
  }

  @Test
  void analystExportsTheAudit() {
    assertThat(held("analyst"))
        .containsExactlyInAnyOrder(
            "analytics:read",
            "usage:read",
            "audit:read",
            "audit:export",
            "compliance:read",
            "projects:read",
            "tasks:read");
  }

  @Test
  void developerWritesAndSeesItsSurroundings() {
    assertThat(held("developer"))
        .contains("projects:write", "api_keys:write", "webhooks:read", "releases:read")
        .contains("environments:read", "users:read", "teams:read", "analytics:read")
        .doesNotContain("projects:admin", "users:write", "audit:read", "database:read");
  }

  @Test
  void memberAndViewer() {
    assertThat(held("member"))
        .containsExactlyInAnyOrder(
            "tasks:read",
            "tasks:write",
            "files:read",
            "files:write",
            "projects:read",
            "teams:read",
            "users:read");
    assertThat(held("viewer"))
        .containsExactlyInAnyOrder(
            "projects:read",
            "tasks:read",
            "files:read",
            "teams:read",
            "users:read",
            "environments:read",
            "releases:read",
            "flags:read");
  }

  @Test
  void rolesAddUp() {
    assertThat(held("member", "analyst")).contains("tasks:write", "audit:export");
    assertThat(BuiltInRoles.permissionsOf(List.of())).isEqualTo(PermissionSet.NONE);
  }

  private static List<String> held(String... roles) {
    return BuiltInRoles.permissionsOf(List.of(roles)).codes(CATALOGUE);
  }
}
