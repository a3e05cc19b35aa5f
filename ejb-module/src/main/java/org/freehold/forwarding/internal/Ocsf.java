package org.freehold.forwarding.internal;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.freehold.audit.AuditEventDetails;
import org.freehold.audit.sealing.SealedEvent;
import org.freehold.engine.transparency.MerkleTree;
import org.freehold.platform.Severity;
import org.freehold.platform.json.JsonText;

/**
 * An event in the shape of the Open Cybersecurity Schema Framework, version 1.3.0: signing in is
 * Authentication, users Account Change, roles User Access Management, members of teams Group
 * Management, other things Entity Management, and what concerns nothing in particular API Activity,
 * as does all that the tenant's product records, which may say of itself what it likes.
 */
final class Ocsf {
  static final String VERSION = "1.3.0";

  private static final int OTHER = 99;
  private static final int IAM = 3;
  private static final int APPLICATION = 6;

  /** What OCSF takes for an address (its dictionary, email_t); others are told as a name. */
  private static final Pattern EMAIL =
      Pattern.compile("^[a-zA-Z0-9!#$%&'*+-/=?^_`{|}~.]+@[a-zA-Z0-9-]+\\.[a-zA-Z0-9-.]+$");

  private Ocsf() {}

  static String of(SealedEvent sealed) {
    AuditEventDetails event = sealed.details();
    OcsfClass shape = OcsfClass.of(event);
    int activity = shape.activity(event);
    int category = shape == OcsfClass.API_ACTIVITY ? APPLICATION : IAM;
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("class_uid", shape.uid());
    told.put("class_name", shape.title());
    told.put("category_uid", category);
    told.put(
        "category_name", category == IAM ? "Identity & Access Management" : "Application Activity");
    told.put("activity_id", activity);
    if (activity == OTHER) {
      told.put("activity_name", event.action());
    }
    told.put("type_uid", shape.uid() * 100L + activity);
    told.put("time", event.occurredAt().toEpochMilli());
    told.put("severity_id", severity(event.severity()));
    told.put("status_id", event.success() ? 1 : 2);
    if (event.error() != null) {
      told.put("status_code", event.error());
    }
    told.put("message", event.action() + (event.success() ? "" : " " + sealed.outcome()));
    told.put("metadata", metadata(sealed, category == IAM));
    told.put("actor", actor(event));
    told.put("src_endpoint", source(event));
    shape.own(event).forEach(told::put);
    told.put("unmapped", unmapped(sealed));
    return JsonText.of(told);
  }

  /** Informational, medium, high, critical. */
  private static int severity(Severity severity) {
    return switch (severity) {
      case INFO -> 1;
      case WARNING -> 3;
      case ERROR -> 4;
      case CRITICAL -> 5;
    };
  }

  /** The classes of IAM know an actor by the profile of hosts. */
  private static Map<String, Object> metadata(SealedEvent sealed, boolean byProfile) {
    AuditEventDetails event = sealed.details();
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("version", VERSION);
    metadata.put(
        "product", Map.of("name", "Freehold", "vendor_name", "Freehold", "feature", feature()));
    if (byProfile) {
      metadata.put("profiles", List.of("host"));
    }
    metadata.put("uid", event.id().value().toString());
    metadata.put("event_code", event.action());
    metadata.put("sequence", sealed.place());
    metadata.put("tenant_uid", event.tenant());
    metadata.put("logged_time", event.timestamp().toEpochMilli());
    if (event.requestId() != null) {
      metadata.put("correlation_uid", event.requestId());
    }
    return metadata;
  }

  private static Map<String, Object> feature() {
    return Map.of("name", "audit");
  }

  private static Map<String, Object> actor(AuditEventDetails event) {
    if (event.userId() == null && event.apiKeyId() == null) {
      return Map.of("app_name", event.actorType());
    }
    Map<String, Object> user = new LinkedHashMap<>();
    put(user, "uid", event.userId() == null ? event.apiKeyId() : event.userId());
    String email = event.userEmail();
    put(user, email != null && EMAIL.matcher(email).find() ? "email_addr" : "name", email);
    put(user, "credential_uid", event.apiKeyId());
    return Map.of("user", user);
  }

  /** One of its names is required; a call of the product's own comes from nowhere else. */
  private static Map<String, Object> source(AuditEventDetails event) {
    return event.ipAddress() == null
        ? Map.of("name", isOwn(event) ? "freehold" : "unknown")
        : Map.of("ip", event.ipAddress());
  }

  private static boolean isOwn(AuditEventDetails event) {
    return event.fromFreehold() && event.actorType().equals("system");
  }

  /** What OCSF has no place for, and what proves the event. */
  private static Map<String, Object> unmapped(SealedEvent sealed) {
    AuditEventDetails event = sealed.details();
    Map<String, Object> rest = new LinkedHashMap<>();
    rest.put("leaf_sha256", HexFormat.of().formatHex(MerkleTree.leafHash(sealed.leaf())));
    rest.put("recorded_by", event.recordedBy());
    rest.put("compliance_relevant", event.complianceRelevant());
    rest.put("pii_accessed", event.piiAccessed());
    put(rest, "user_agent", event.userAgent());
    put(rest, "project_id", event.projectId());
    if (!event.oldValues().isEmpty()) {
      rest.put("old_values", event.oldValues());
    }
    if (!event.newValues().isEmpty()) {
      rest.put("new_values", event.newValues());
    }
    return rest;
  }

  static void put(Map<String, Object> values, String name, Object value) {
    if (value != null) {
      values.put(name, value instanceof UUID id ? id.toString() : value);
    }
  }

  /** What a thing is told as. */
  static Map<String, Object> thing(AuditEventDetails event) {
    Map<String, Object> thing = new LinkedHashMap<>();
    put(thing, "uid", event.resourceId());
    thing.put("name", event.resourceType() == null ? "freehold" : event.resourceType());
    thing.put("type", event.resourceType() == null ? "unknown" : event.resourceType());
    return thing;
  }

  /** A user by what is known of them. */
  static Map<String, Object> user(String id) {
    return id == null ? Map.of("name", "unknown") : Map.of("uid", id);
  }

  static List<String> privileges(AuditEventDetails event) {
    Object role = event.newValues().getOrDefault("role", event.oldValues().get("role"));
    return role instanceof jakarta.json.JsonString text
        ? List.of(text.getString())
        : List.of("role");
  }
}
