package org.freehold.access.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.freehold.access.RoleAssignmentFields;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Invalid;
import org.freehold.platform.NotAllowed;
import org.freehold.platform.RoleGrants;
import org.freehold.platform.TenantId;
import org.freehold.tenancy.TenantReferences;

/** What a role assignment must say to make sense in its tenant. */
@ApplicationScoped
public class AssignmentRules {
  private static final String OPERATOR = "super_admin";

  @Inject private TenantReferences references;
  @Inject private RoleUseRepository keys;
  @Inject private RoleGrants roles;

  public void check(RoleAssignmentFields fields, Instant now) {
    long holders =
        Stream.of(fields.userId(), fields.teamId(), fields.apiKeyId())
            .filter(Objects::nonNull)
            .count();
    if (holders != 1) {
      throw Invalid.at(
          "/user_id", "one_of", "Give exactly one of user_id, team_id and api_key_id.");
    }
    checkTimes(fields, now);
    if (fields.userId() != null) {
      references.requireUsers(Map.of("/user_id", fields.userId()));
    }
    if (fields.teamId() != null) {
      references.requireTeam("/team_id", fields.teamId());
    }
    if (fields.apiKeyId() != null && !keys.hasKey(CurrentCall.tenantId(), fields.apiKeyId())) {
      throw Invalid.at("/api_key_id", "unknown", "There is no such API key here.");
    }
    if (fields.workspaceId() != null && !references.hasWorkspace(fields.workspaceId())) {
      throw Invalid.at("/workspace_id", "unknown", "There is no such workspace here.");
    }
  }

  private static void checkTimes(RoleAssignmentFields fields, Instant now) {
    Instant end = fields.expiresAt();
    if (end == null) {
      return;
    }
    if (!end.isAfter(now)) {
      throw Invalid.at("/expires_at", "past", "This moment is over.");
    }
    if (fields.notBefore() != null && !end.isAfter(fields.notBefore())) {
      throw Invalid.at("/expires_at", "order", "The end must come after not_before.");
    }
  }

  /** The canonical name. */
  public String role(RoleAssignmentFields fields) {
    String role = roles.canonical(fields.role(), fields.workspaceId(), "/role");
    boolean onPlatform =
        CurrentCall.tenantId().equals(TenantId.PLATFORM) && fields.workspaceId() == null;
    if (role.equals(OPERATOR) && !onPlatform) {
      throw NotAllowed.because(
          "platform_role",
          "The role super_admin exists on the platform only.",
          "tenant_admin may do everything in a tenant.");
    }
    return role;
  }
}
