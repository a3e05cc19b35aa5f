package org.freehold.component;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import org.freehold.access.ReleasedRole;
import org.freehold.access.ReleasedRoles;
import org.freehold.access.RoleAssignmentFields;
import org.freehold.access.RoleAssignments;
import org.freehold.access.RoleFields;
import org.freehold.access.Roles;
import org.freehold.alerts.AlertEvaluation;
import org.freehold.keys.ApiKeyFields;
import org.freehold.keys.ApiKeyId;
import org.freehold.keys.ApiKeys;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TeamId;
import org.freehold.platform.WorkspaceId;
import org.freehold.tenancy.TeamFields;
import org.freehold.tenancy.TeamMemberFields;
import org.freehold.tenancy.TeamMembers;
import org.freehold.tenancy.Teams;
import org.freehold.tenancy.WorkspaceFields;
import org.freehold.tenancy.WorkspaceMemberFields;
import org.freehold.tenancy.WorkspaceMembers;
import org.freehold.tenancy.Workspaces;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whichever way somebody gets what may give roles, an alert tells it. */
@ExtendWith(ArquillianExtension.class)
class EscalationAlertsIT {
  private static final List<String> HARMLESS = List.of("projects:read");
  private static final List<String> GRANTING = List.of("roles:*");

  @Inject private SampleTenants tenants;
  @Inject private Workspaces workspaces;
  @Inject private WorkspaceMembers workspaceMembers;
  @Inject private Teams teams;
  @Inject private TeamMembers members;
  @Inject private Roles roles;
  @Inject private ReleasedRoles released;
  @Inject private RoleAssignments assignments;
  @Inject private ApiKeys keys;
  @Inject private AlertEvaluation evaluation;

  private SampleTenant tenant;
  private long found;

  @BeforeEach
  void oneTenant() throws Exception {
    tenant = tenants.create("lifted");
  }

  @Test
  void aRoleThatMayGiveRolesIsToldWhenItIsMadeOrBecomesOne() throws Exception {
    asOwner(() -> roles.create(role("clerk", HARMLESS)));
    nothingIsFound();
    asOwner(() -> roles.change("clerk", was -> role("clerk", GRANTING), null));
    isFound("user", "A role that may give roles was made or changed.");
    put("helper", HARMLESS);
    nothingIsFound();
    put("helper", GRANTING);
    isFound("system", "A role that may give roles was made or changed.");
    put("helper", GRANTING);
    nothingIsFound();
  }

  @Test
  void aKeyThatMayGiveRolesIsTold() throws Exception {
    ApiKeyId key = asOwner(() -> keys.create(key(null, HARMLESS))).id();
    nothingIsFound();
    asOwner(() -> keys.change(key, was -> key(null, GRANTING), null));
    isFound("user", "An API key was given what may give roles.");
    asOwner(() -> keys.change(key, was -> key("viewer", null), null));
    nothingIsFound();
    asOwner(() -> keys.create(key("tenant_admin", null)));
    isFound("user", "An API key was given what may give roles.");
  }

  @Test
  void whoJoinsATeamThatMayGiveRolesIsTold() throws Exception {
    TeamId harmless = team("harmless");
    TeamId strong = team("strong");
    give("viewer", harmless);
    nothingIsFound();
    give("tenant_admin", strong);
    isFound("user", "Somebody was given a role that may give roles.");
    asOwner(() -> members.add(new TeamMemberFields(harmless, tenant.owner(), null)));
    nothingIsFound();
    asOwner(() -> members.add(new TeamMemberFields(strong, tenant.owner(), null)));
    isFound("user", "Somebody joined a team that holds a role that may give roles.");
  }

  @Test
  void whoBecomesManagerOfATeamThatMayGiveRolesIsTold() throws Exception {
    TeamId strong = team("strong");
    give("tenant_admin", strong);
    isFound("user", "Somebody was given a role that may give roles.");
    asOwner(() -> teams.change(strong, was -> new TeamFields("renamed", null, null, null), null));
    nothingIsFound();
    asOwner(
        () ->
            teams.change(
                strong, was -> new TeamFields("renamed", null, null, tenant.owner()), null));
    isFound("user", "Somebody joined a team that holds a role that may give roles.");
  }

  @Test
  void whoMayGiveRolesInAWorkspaceIsTold() throws Exception {
    WorkspaceId one = workspace("one");
    WorkspaceId other = workspace("other");
    join(one, "viewer");
    nothingIsFound();
    join(other, "tenant_admin");
    isFound("user", "Somebody was given a role that may give roles.");
  }

  private static RoleFields role(String name, List<String> grants) {
    return new RoleFields(name, null, null, null, grants, null);
  }

  private static ApiKeyFields key(String role, List<String> permissions) {
    return new ApiKeyFields("Import", role, permissions, null, null, null);
  }

  private void put(String name, List<String> grants) throws Exception {
    CurrentCall.within(
        CallContext.system("release_work", tenant.ref()),
        () -> released.put(new ReleasedRole(name, null, null, grants, null, null), null));
  }

  private TeamId team(String name) throws Exception {
    return asOwner(() -> teams.create(new TeamFields(name, null, null, null))).id();
  }

  private WorkspaceId workspace(String slug) throws Exception {
    return asOwner(() -> workspaces.create(new WorkspaceFields(slug, slug, null))).id();
  }

  private void join(WorkspaceId workspace, String role) throws Exception {
    asOwner(() -> workspaceMembers.add(workspace, new WorkspaceMemberFields(tenant.owner(), role)));
  }

  private void give(String role, TeamId team) throws Exception {
    asOwner(
        () ->
            assignments.create(new RoleAssignmentFields(role, null, team, null, null, null, null)));
  }

  private <T> T asOwner(Callable<T> work) throws Exception {
    return CurrentCall.within(tenant.asOwner(), work::call);
  }

  /** One more, about this sort of subject; it is resolved, so that the next is an alert again. */
  private void isFound(String subject, String summary) {
    found++;
    isLookedAt();
    assertThat(counted()).isEqualTo(found);
    assertThat(
            Superuser.rows(
                "select subject_type, summary from security_alert where tenant_id = ? and rule ="
                    + " 'privilege_escalation' and status = 'open'",
                tenant.id()))
        .containsExactly(new Object[] {subject, summary});
    Superuser.change(
        "update security_alert set status = 'resolved', resolved_at = now() - interval '1 day'"
            + " where tenant_id = ?",
        tenant.id());
  }

  private void nothingIsFound() {
    isLookedAt();
    assertThat(counted()).isEqualTo(found);
  }

  private long counted() {
    return Superuser.count(
        "select coalesce(sum(count), 0) from security_alert"
            + " where tenant_id = ? and rule = 'privilege_escalation'",
        tenant.id());
  }

  /** All that is on record. */
  private void isLookedAt() {
    new SealedTrail(tenant, workspaces).isSealed();
    CallContext system = CallContext.system("component-tests", tenant.ref());
    Eventually.holds(
        "all was looked at",
        () -> CurrentCall.within(system, () -> evaluation.next()) == AlertEvaluation.Look.DONE);
  }
}
