package org.freehold.component;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.freehold.access.ReleasedRole;
import org.freehold.access.ReleasedRoles;
import org.freehold.access.RoleAssignmentFields;
import org.freehold.access.RoleAssignments;
import org.freehold.access.RoleFields;
import org.freehold.access.Roles;
import org.freehold.access.policies.AccessPolicies;
import org.freehold.access.policies.PolicyFields;
import org.freehold.access.policies.PolicyId;
import org.freehold.access.policies.PolicyTarget;
import org.freehold.alerts.AlertEvaluation;
import org.freehold.engine.access.Policy;
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
  private static final String POLICY = "A policy that lets others give roles was made or changed.";

  @Inject private SampleTenants tenants;
  @Inject private Workspaces workspaces;
  @Inject private WorkspaceMembers workspaceMembers;
  @Inject private Teams teams;
  @Inject private TeamMembers members;
  @Inject private Roles roles;
  @Inject private ReleasedRoles released;
  @Inject private RoleAssignments assignments;
  @Inject private ApiKeys keys;
  @Inject private AccessPolicies policies;
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
  void aPolicyThatLetsGiveRolesIsToldWhenItIsMadeOrBecomesOne() throws Exception {
    PolicyTarget everybody = about(GRANTING, null, null);
    asOwner(
        () ->
            policies.create(policy("harmless", Policy.Effect.ALLOW, about(HARMLESS, null, null))));
    asOwner(
        () ->
            policies.create(policy("denies", Policy.Effect.DENY, about(GRANTING, "viewer", null))));
    asOwner(() -> policies.create(over(everybody)));
    PolicyId tried = asOwner(() -> policies.create(tried(true, true, everybody))).id();
    PolicyId off = asOwner(() -> policies.create(tried(false, false, everybody))).id();
    nothingIsFound();
    asOwner(() -> policies.change(off, was -> tried(false, true, everybody), null));
    isFound("user", POLICY);
    asOwner(
        () ->
            policies.change(
                tried, was -> tried(true, true, about(GRANTING, "viewer", null)), null));
    nothingIsFound();
    asOwner(
        () ->
            policies.change(
                tried, was -> tried(false, true, about(GRANTING, "viewer", null)), null));
    isFound("user", POLICY);
    asOwner(
        () -> {
          policies.delete(tried, null);
          return null;
        });
    nothingIsFound();
    asOwner(
        () ->
            policies.create(
                policy(
                    "policies",
                    Policy.Effect.ALLOW,
                    about(List.of("policies:write"), null, null))));
    isFound("user", POLICY);
  }

  @Test
  void whoGetsWhatAPolicyLetsGiveRolesIsTold() throws Exception {
    TeamId strong = team("strong");
    TeamId harmless = team("harmless");
    asOwner(() -> roles.create(role("clerk", HARMLESS)));
    nothingIsFound();
    asOwner(
        () ->
            policies.create(
                policy("strong", Policy.Effect.ALLOW, about(GRANTING, "clerk", strong))));
    isFound("user", POLICY);
    asOwner(() -> members.add(new TeamMemberFields(harmless, tenant.owner(), null)));
    give("viewer", harmless);
    nothingIsFound();
    asOwner(() -> members.add(new TeamMemberFields(strong, tenant.owner(), null)));
    isFound("user", "Somebody joined a team that holds a role that may give roles.");
    give("clerk", harmless);
    isFound("user", "Somebody was given a role that may give roles.");
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

  private static PolicyTarget about(List<String> permissions, String role, TeamId team) {
    return new PolicyTarget(
        permissions,
        null,
        role == null ? null : List.of(role),
        null,
        team == null ? null : List.of(team),
        null);
  }

  private static PolicyFields policy(String name, Policy.Effect effect, PolicyTarget target) {
    return new PolicyFields(name, null, effect, null, null, null, null, null, target, null);
  }

  private static PolicyFields over(PolicyTarget target) {
    Instant then = Instant.now().minusSeconds(60);
    return new PolicyFields(
        "over", null, Policy.Effect.ALLOW, null, null, null, null, then, target, null);
  }

  private static PolicyFields tried(boolean reportOnly, boolean enabled, PolicyTarget target) {
    String name = reportOnly + " " + enabled + " " + target.roles();
    return new PolicyFields(
        name, null, Policy.Effect.ALLOW, null, reportOnly, enabled, null, null, target, null);
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
