package org.freehold.forwarding.internal;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.freehold.audit.AuditEventDetails;

/** The classes of OCSF that events become. */
enum OcsfClass {
  ACCOUNT_CHANGE(3001, "Account Change") {
    @Override
    int activity(AuditEventDetails event) {
      if (event.action().equals("user.created")) {
        return 1;
      }
      // Enable and disable.
      Object active = event.newValues().get("is_active");
      return JsonValue.TRUE.equals(active) ? 2 : JsonValue.FALSE.equals(active) ? 5 : OTHER;
    }

    @Override
    Map<String, Object> own(AuditEventDetails event) {
      return Map.of("user", Ocsf.user(event.resourceId()));
    }
  },
  AUTHENTICATION(3002, "Authentication") {
    @Override
    int activity(AuditEventDetails event) {
      String action = event.action();
      return action.startsWith("user.sign") ? 1 : action.equals("session.revoked") ? 2 : OTHER;
    }

    @Override
    Map<String, Object> own(AuditEventDetails event) {
      String user = event.userId() == null ? event.resourceId() : event.userId().toString();
      return Map.of("user", Ocsf.user(user), "service", Map.of("name", "Freehold"));
    }
  },
  ENTITY_MANAGEMENT(3004, "Entity Management") {
    @Override
    Map<String, Object> own(AuditEventDetails event) {
      return Map.of("entity", Ocsf.thing(event));
    }
  },
  USER_ACCESS(3005, "User Access Management") {
    @Override
    int activity(AuditEventDetails event) {
      return event.action().endsWith(".deleted") ? 2 : 1;
    }

    @Override
    Map<String, Object> own(AuditEventDetails event) {
      return Map.of(
          "user", Ocsf.user(named(event, "user_id")), "privileges", Ocsf.privileges(event));
    }
  },
  GROUP_MANAGEMENT(3006, "Group Management") {
    @Override
    int activity(AuditEventDetails event) {
      return event.action().endsWith("_added") ? 3 : 4;
    }

    @Override
    Map<String, Object> own(AuditEventDetails event) {
      String group = event.resourceId();
      return Map.of(
          "group",
          group == null ? Map.of("name", "unknown") : Map.of("uid", group),
          "user",
          Ocsf.user(named(event, "user_id")));
    }
  },
  API_ACTIVITY(6003, "API Activity") {
    @Override
    Map<String, Object> own(AuditEventDetails event) {
      Map<String, Object> api = Map.of("operation", event.action());
      return event.resourceType() == null
          ? Map.of("api", api)
          : Map.of("api", api, "resources", List.of(Ocsf.thing(event)));
    }
  };

  private static final int OTHER = 99;

  private final int uid;
  private final String title;

  OcsfClass(int uid, String title) {
    this.uid = uid;
    this.title = title;
  }

  int uid() {
    return uid;
  }

  String title() {
    return title;
  }

  static OcsfClass of(AuditEventDetails event) {
    if (!event.fromFreehold()) {
      return API_ACTIVITY;
    }
    String action = event.action();
    if (action.startsWith("user.sign") || action.startsWith("session.")) {
      return AUTHENTICATION;
    }
    if (action.startsWith("user.")) {
      return ACCOUNT_CHANGE;
    }
    if (action.startsWith("role_assignment.") || action.startsWith("membership.")) {
      return USER_ACCESS;
    }
    if (action.endsWith(".member_added") || action.endsWith(".member_removed")) {
      return GROUP_MANAGEMENT;
    }
    return event.resourceType() == null || action.startsWith("access.")
        ? API_ACTIVITY
        : ENTITY_MANAGEMENT;
  }

  /** Create, read, update, delete; the classes that have others say so. */
  int activity(AuditEventDetails event) {
    String action = event.action();
    return switch (action.substring(action.lastIndexOf('.') + 1)) {
      case "created", "added", "uploaded", "registered", "claimed" -> 1;
      case "exported", "read", "viewed", "downloaded" -> 2;
      case "updated", "changed", "saved", "rotated" -> 3;
      case "deleted", "removed", "revoked" -> 4;
      default -> OTHER;
    };
  }

  /** What the class must have beside what all have. */
  abstract Map<String, Object> own(AuditEventDetails event);

  private static String named(AuditEventDetails event, String name) {
    Object id = event.newValues().getOrDefault(name, event.oldValues().get(name));
    return id instanceof JsonString text ? text.getString() : null;
  }
}
