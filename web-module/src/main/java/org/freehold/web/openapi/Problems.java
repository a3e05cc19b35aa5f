package org.freehold.web.openapi;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.freehold.web.platform.AdmittedCalls;
import org.freehold.web.platform.MeteredCalls;

/**
 * Every problem that the API tells, from {@code problems.json}, and which operation tells which.
 */
final class Problems {
  static final String MEDIA_TYPE = "application/problem+json";
  private static final String REQUEST_ID = "0199b2a0-5c1e-7d3a-9f4b-2f6f0a1c9e77";

  private final JsonObject catalogue = Resources.read("problems.json");

  private JsonObject entry(String code) {
    JsonObject entry = catalogue.getJsonObject(code);
    if (entry == null) {
      throw new IllegalStateException("problems.json has no " + code);
    }
    return entry;
  }

  Map<String, Object> examples() {
    Map<String, Object> examples = new TreeMap<>();
    catalogue
        .keySet()
        .forEach(code -> examples.put(code, Trees.of("summary", title(code), "value", body(code))));
    return examples;
  }

  private String title(String code) {
    return entry(code).getString("detail");
  }

  private Map<String, Object> body(String code) {
    JsonObject entry = entry(code);
    Map<String, Object> body =
        Trees.of(
            "type", "urn:freehold:problem:" + code,
            "title", entry.get("title"),
            "status", entry.get("status"),
            "detail", entry.get("detail"),
            "code", code,
            "request_id", REQUEST_ID,
            "hint", entry.get("hint"));
    JsonValue members = entry.getOrDefault("members", JsonValue.EMPTY_JSON_OBJECT);
    body.putAll(members.asJsonObject());
    return body;
  }

  /** The answers by status. */
  Map<String, Object> responses(Shape shape) {
    return responses(codes(shape));
  }

  /** The answers of these codes by status. */
  Map<String, Object> responses(List<String> told) {
    boolean limited = told.contains("rate_limited");
    Map<Integer, List<String>> byStatus = new TreeMap<>();
    for (String code : told) {
      byStatus.computeIfAbsent(entry(code).getInt("status"), s -> new ArrayList<>()).add(code);
    }
    Map<String, Object> responses = new LinkedHashMap<>();
    byStatus.forEach(
        (status, codes) -> responses.put(status.toString(), response(limited, status, codes)));
    return responses;
  }

  private Map<String, Object> response(boolean limited, int status, List<String> codes) {
    Map<String, Object> examples = new LinkedHashMap<>();
    codes.forEach(code -> examples.put(code, Trees.reference("examples", code)));
    Map<String, Object> body =
        Trees.of("schema", Trees.reference("schemas", "Problem"), "examples", examples);
    return Trees.of(
        "description",
        entry(codes.get(0)).getString("title") + ": " + String.join(", ", codes),
        "headers",
        Headers.ofProblem(limited, status),
        "content",
        Trees.of(MEDIA_TYPE, body));
  }

  private static List<String> codes(Shape shape) {
    List<String> codes = new ArrayList<>(List.of("invalid", "tenant_conflict", "invalid_token"));
    codes.addAll(List.of("invalid_api_key", "api_key_expired", "ip_not_allowed"));
    codes.addAll(List.of("invalid_scheme", "not_found", "not_acceptable", "internal_error"));
    if (shape.limited()) {
      codes.add("rate_limited");
    }
    if (shape.operation().caller() != Operation.Caller.ANYBODY) {
      codes.add("sign_in_required");
      if (!MeteredCalls.isFree(shape.path())) {
        codes.add("quota_exceeded");
      }
      if (!AdmittedCalls.isFree(shape.path())) {
        codes.addAll(List.of("tenant_pending", "address_not_allowed", "email_domain_not_allowed"));
      }
    }
    if (shape.operation().caller() == Operation.Caller.PERMITTED) {
      codes.addAll(List.of("permission_required", "tenant_required", "tenant_archived"));
    }
    if (shape.writes() && shape.operation().caller() == Operation.Caller.PERMITTED) {
      codes.addAll(List.of("tenant_suspended", "already_exists", "still_referenced"));
      codes.add("concurrent_change");
    }
    if (shape.idempotent()) {
      codes.add("idempotency_key_reused");
    }
    if (shape.conditional()) {
      codes.add("stale");
    }
    if ((shape.hasBody() || shape.idempotent()) && shape.operation().form() == void.class) {
      codes.add("body_too_large");
    }
    if (shape.hasBody()) {
      codes.add("unsupported_media_type");
    }
    codes.addAll(Arrays.asList(shape.operation().problems()));
    return codes;
  }
}
