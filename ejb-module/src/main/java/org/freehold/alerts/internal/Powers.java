package org.freehold.alerts.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.freehold.alerts.AlertRule;
import org.freehold.alerts.Finding;
import org.freehold.audit.AuditEventDetails;
import org.freehold.platform.RolePowers;
import org.freehold.platform.TeamId;
import org.freehold.platform.TenantId;

/**
 * Tells when a role that may give roles got to a person, a key or a team, or became one; also by
 * permissions of a key, by joining a team, and by a policy. An event has of what was there before
 * only what was changed.
 */
@ApplicationScoped
public class Powers {
  /** Carried out by the product itself, for whoever promoted. */
  static final String RELEASED = "role.released";

  /** What may give somebody a role, or make one. */
  static final List<String> ACTIONS =
      List.of(
          "user.created",
          "membership.added",
          "role_assignment.created",
          "user.updated",
          "workspace.member_added",
          "team.member_added",
          "team.updated",
          "api_key.created",
          "api_key.updated",
          "role.created",
          "role.updated",
          RELEASED,
          "policy.created",
          "policy.updated");

  @Inject private RolePowers roles;

  Optional<Finding> raised(TenantId tenant, AuditEventDetails event) {
    String told = told(tenant, event);
    return told == null
        ? Optional.empty()
        : Optional.of(who(event).finding(AlertRule.PRIVILEGE_ESCALATION, event, told));
  }

  private static Who who(AuditEventDetails event) {
    return event.action().equals(RELEASED) ? Who.RELEASES : Who.did(event);
  }

  /** Null when nobody got more. */
  private String told(TenantId tenant, AuditEventDetails event) {
    return switch (event.action()) {
      case "user.created",
          "membership.added",
          "role_assignment.created",
          "user.updated",
          "workspace.member_added" ->
          givesRole(tenant, event) ? "Somebody was given a role that may give roles." : null;
      case "team.member_added" -> givesRoles(tenant, text(event, "team_id")) ? joined() : null;
      case "team.updated" ->
          text(event, "manager_id") != null && givesRoles(tenant, event.resourceId())
              ? joined()
              : null;
      case "api_key.created", "api_key.updated" ->
          givesRole(tenant, event) || roles.mayGrantRoles(tenant, texts(event, "permissions"))
              ? "An API key was given what may give roles."
              : null;
      case "role.created", "role.updated", RELEASED ->
          changed(event) && roles.mayGrantRoles(tenant, UUID.fromString(event.resourceId()))
              ? "A role that may give roles was made or changed."
              : null;
      case "policy.created", "policy.updated" ->
          changed(event) && roles.letsGrantRoles(tenant, UUID.fromString(event.resourceId()))
              ? "A policy that lets others give roles was made or changed."
              : null;
      default -> null;
    };
  }

  private boolean givesRole(TenantId tenant, AuditEventDetails event) {
    String role = text(event, "role");
    return role != null && roles.mayGrantRoles(tenant, role);
  }

  private boolean givesRoles(TenantId tenant, String team) {
    return team != null && roles.mayGrantRoles(tenant, new TeamId(UUID.fromString(team)));
  }

  private static String joined() {
    return "Somebody joined a team that holds a role that may give roles.";
  }

  private static boolean changed(AuditEventDetails event) {
    return !event.newValues().isEmpty() || !event.oldValues().isEmpty();
  }

  private static String text(AuditEventDetails event, String name) {
    Map<String, JsonValue> values = event.newValues();
    return values.get(name) instanceof JsonString text ? text.getString() : null;
  }

  private static List<String> texts(AuditEventDetails event, String name) {
    return event.newValues().get(name) instanceof JsonArray texts
        ? texts.getValuesAs(JsonString.class).stream().map(JsonString::getString).toList()
        : List.of();
  }
}
