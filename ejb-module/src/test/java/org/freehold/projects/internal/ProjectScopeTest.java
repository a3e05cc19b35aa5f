package org.freehold.projects.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.freehold.engine.access.AccessScope;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.persistence.Condition;
import org.junit.jupiter.api.Test;

class ProjectScopeTest {
  private static final UUID USER = Uuid7.next();
  private static final Set<UUID> TEAMS = Set.of(Uuid7.next());
  private static final Set<UUID> WORKSPACES = Set.of(Uuid7.next(), Uuid7.next());
  private static final Set<UUID> NONE = Set.of();
  private static final TenantId TENANT = new TenantId(Uuid7.next());
  private static final String PARTICIPATES =
      "exists (select s.userId from ProjectParticipant s where s.tenantId = p.tenantId"
          + " and s.projectId = p.id and s.userId = :scopeUser)";

  @Test
  void setsNoConditionForWhoSeesEverything() {
    ProjectScope scope = scope(new AccessScope(true, true, USER, TEAMS, WORKSPACES, WORKSPACES));

    assertThat(scope.condition()).isNull();
    assertThat(scope.at(TENANT, "t.projectId")).isNull();
  }

  @Test
  void matchesNothingForWhoSeesNothing() {
    ProjectScope scope = scope(new AccessScope(false, false, USER, TEAMS, NONE, NONE));

    assertThat(scope.condition()).isEqualTo("p.id is null");
    assertThat(scope.parameters()).isEmpty();
  }

  @Test
  void looksAtVisibilityOutsideOfWorkspaces() {
    ProjectScope scope = scope(new AccessScope(false, true, USER, TEAMS, NONE, NONE));

    assertThat(scope.condition())
        .isEqualTo(
            "((p.workspaceId is null) and (p.visibility = 'public'"
                + " or p.visibility = 'team' and (p.teamId is null or p.teamId in :scopeTeams)"
                + " or p.ownerId = :scopeUser or "
                + PARTICIPATES
                + "))");
    assertThat(scope.parameters()).isEqualTo(Map.of("scopeTeams", TEAMS, "scopeUser", USER));
  }

  @Test
  void leavesOutTeamsForWhoIsInNone() {
    ProjectScope scope = scope(new AccessScope(false, true, USER, NONE, NONE, NONE));

    assertThat(scope.condition()).contains("p.visibility = 'team' and p.teamId is null or");
    assertThat(scope.parameters()).containsOnlyKeys("scopeUser");
  }

  @Test
  void leavesOutThePersonForWhoIsNone() {
    ProjectScope scope = scope(new AccessScope(false, true, null, NONE, NONE, NONE));

    assertThat(scope.condition())
        .isEqualTo(
            "((p.workspaceId is null) and"
                + " (p.visibility = 'public' or p.visibility = 'team' and p.teamId is null))");
  }

  @Test
  void looksOnlyIntoOwnWorkspacesWithoutTheTenantsPermission() {
    ProjectScope scope = scope(new AccessScope(false, false, USER, NONE, WORKSPACES, NONE));

    assertThat(scope.condition()).startsWith("((p.workspaceId in :scopeWorkspaces) and (");
    assertThat(scope.parameters()).containsEntry("scopeWorkspaces", WORKSPACES);
  }

  @Test
  void setsNoVisibilityWhereTheCallerIsAdministrator() {
    ProjectScope scope = scope(new AccessScope(false, true, USER, NONE, WORKSPACES, WORKSPACES));

    assertThat(scope.condition())
        .startsWith(
            "(p.workspaceId in :scopeAdminWorkspaces"
                + " or (p.workspaceId is null or p.workspaceId in :scopeWorkspaces) and (");
    assertThat(scope.parameters()).containsEntry("scopeAdminWorkspaces", WORKSPACES);
  }

  @Test
  void followsTheProjectOfOtherRows() {
    ProjectScope scope = scope(new AccessScope(false, true, null, NONE, NONE, NONE));

    Condition condition = scope.at(TENANT, "t.projectId");

    assertThat(condition.jpql())
        .isEqualTo(
            "exists (select p.id from Project p where p.tenantId = :scopeTenant"
                + " and p.id = t.projectId and "
                + scope.condition()
                + ")");
    assertThat(condition.parameters()).isEqualTo(Map.of("scopeTenant", TENANT.value()));
  }

  /** Every parameter that is named is given, and no other. */
  private static ProjectScope scope(AccessScope access) {
    ProjectScope scope = ProjectScope.of(access);
    Set<String> named =
        Pattern.compile(":(\\w+)")
            .matcher(scope.condition() == null ? "" : scope.condition())
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(scope.parameters().keySet()).isEqualTo(named);
    return scope;
  }
}
