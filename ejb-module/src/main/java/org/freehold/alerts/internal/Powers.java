package org.freehold.alerts.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freehold.alerts.AlertRule;
import org.freehold.alerts.Finding;
import org.freehold.audit.AuditEventDetails;
import org.freehold.platform.RolePowers;
import org.freehold.platform.TenantId;

/** Tells when a role that may give roles got to somebody, or became one. */
@ApplicationScoped
public class Powers {
  /** What may give somebody a role, or make one. */
  static final List<String> ACTIONS =
      List.of(
          "user.created",
          "membership.added",
          "role_assignment.created",
          "user.updated",
          "role.created",
          "role.updated",
          "role.released");

  @Inject private RolePowers roles;

  Optional<Finding> raised(TenantId tenant, AuditEventDetails event) {
    String role = given(event);
    return role != null && roles.mayGrantRoles(tenant, role)
        ? Optional.of(Who.did(event).finding(AlertRule.PRIVILEGE_ESCALATION, event, told(event)))
        : Optional.empty();
  }

  /** The role that the event is about; null when it gives none. */
  private static String given(AuditEventDetails event) {
    return switch (event.action()) {
      case "user.created", "membership.added", "role_assignment.created" ->
          text(event.newValues(), "role");
      case "user.updated" -> {
        String after = text(event.newValues(), "role");
        yield after == null || after.equals(text(event.oldValues(), "role")) ? null : after;
      }
      case "role.created", "role.updated", "role.released" -> text(event.newValues(), "name");
      default -> null;
    };
  }

  private static String told(AuditEventDetails event) {
    return event.action().startsWith("role.")
        ? "A role that may give roles was made or changed."
        : "Somebody was given a role that may give roles.";
  }

  private static String text(Map<String, JsonValue> values, String name) {
    return values.get(name) instanceof JsonString text ? text.getString() : null;
  }
}
