package org.freehold.forwarding.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.freehold.audit.AuditEventDetails;
import org.freehold.audit.AuditEventId;
import org.freehold.audit.sealing.SealedEvent;
import org.freehold.platform.Severity;
import org.freehold.platform.json.JsonText;
import org.junit.jupiter.api.Test;

/** What each class of OCSF 1.3.0 demands of an event, as its published definition says. */
class OcsfTest {
  private static final UUID USER = new UUID(1, 1);
  private static final UUID THING = new UUID(2, 2);

  /** The activities that each class has beside 0 and 99. */
  private static final Map<Integer, Integer> LAST_ACTIVITY =
      Map.of(3001, 12, 3002, 6, 3004, 11, 3005, 2, 3006, 6, 6003, 4);

  private static final Map<Integer, List<String>> REQUIRED =
      Map.of(
          3001,
          List.of("user"),
          3002,
          List.of("user", "service"),
          3004,
          List.of("entity"),
          3005,
          List.of("user", "privileges"),
          3006,
          List.of("group", "user"),
          6003,
          List.of("actor", "api", "src_endpoint"));

  private static SealedEvent event(String action, String type, UUID user, boolean success) {
    return event(action, type, user, success, "freehold");
  }

  private static SealedEvent event(
      String action, String type, UUID user, boolean success, String recordedBy) {
    Map<String, JsonValue> changed =
        Map.of("role", Json.createValue("manager"), "user_id", Json.createValue("" + USER));
    return event(action, type, user, success, recordedBy, changed);
  }

  private static SealedEvent event(
      String action,
      String type,
      UUID user,
      boolean success,
      String recordedBy,
      Map<String, JsonValue> changed) {
    AuditEventDetails details =
        new AuditEventDetails(
            new AuditEventId(new UUID(9, 9)),
            action,
            user,
            user == null ? null : "anna@people.example",
            user == null ? "system" : "user",
            null,
            type,
            type == null ? null : THING.toString(),
            null,
            "techcorp",
            user == null ? null : "203.0.113.7",
            null,
            Instant.parse("2026-01-15T12:00:00Z"),
            Instant.parse("2026-01-15T12:00:00Z"),
            recordedBy,
            success,
            success ? Severity.INFO : Severity.WARNING,
            false,
            true,
            Map.of(),
            changed,
            null,
            success ? null : "permission_required",
            true,
            7L);
    return new SealedEvent(7, details, success ? "success" : "refused", new byte[] {1});
  }

  private static JsonObject told(String action, String type) {
    return JsonText.parseObject(Ocsf.of(event(action, type, USER, true)));
  }

  @Test
  void everyActionBecomesAClassWithWhatTheClassDemands() {
    Map<String, Integer> classes =
        Map.of(
            "user.signed_in", 3002,
            "session.revoked", 3002,
            "user.created", 3001,
            "role_assignment.created", 3005,
            "membership.added", 3005,
            "team.member_added", 3006,
            "project.updated", 3004,
            "audit.exported", 3004,
            "access.refused", 6003);
    classes.forEach(
        (action, uid) -> {
          JsonObject told = told(action, action.substring(0, action.indexOf('.')));
          assertThat(told.getInt("class_uid")).as(action).isEqualTo(uid);
          assertThat(told.getInt("category_uid")).isEqualTo(uid / 1000);
          int activity = told.getInt("activity_id");
          assertThat(activity == 99 || activity <= LAST_ACTIVITY.get(uid)).as(action).isTrue();
          assertThat(told.containsKey("activity_name")).isEqualTo(activity == 99);
          assertThat(told.getInt("type_uid")).isEqualTo(uid * 100 + activity);
          assertThat(told.keySet()).containsAll(REQUIRED.get(uid));
          assertThat(told.values()).doesNotContain(JsonValue.NULL);
        });
  }

  @Test
  void whatAProductRecordsIsNeverToldAsOurs() {
    JsonObject told =
        JsonText.parseObject(
            Ocsf.of(event("user.signed_in", "session", null, true, "api_key:" + THING)));
    assertThat(told.getInt("class_uid")).isEqualTo(6003);
    assertThat(told.getJsonObject("unmapped").getString("recorded_by"))
        .isEqualTo("api_key:" + THING);
    assertThat(told.getJsonObject("src_endpoint").getString("name")).isEqualTo("unknown");
    assertThat(told.getJsonArray("resources").getJsonObject(0).getString("uid"))
        .isEqualTo(THING.toString());
    assertThat(told("user.signed_in", "session").getJsonObject("unmapped").getString("recorded_by"))
        .isEqualTo("freehold");
  }

  @Test
  void whoeverIsDeactivatedIsDisabled() {
    Map.of(JsonValue.FALSE, 5, JsonValue.TRUE, 2)
        .forEach(
            (active, activity) -> {
              Map<String, JsonValue> changed = Map.of("is_active", active);
              SealedEvent event = event("user.updated", "user", USER, true, "freehold", changed);
              JsonObject told = JsonText.parseObject(Ocsf.of(event));
              assertThat(told.getInt("class_uid")).isEqualTo(3001);
              assertThat(told.getInt("activity_id")).isEqualTo(activity);
            });
    assertThat(told("user.updated", "user").getInt("activity_id")).isEqualTo(99);
  }

  @Test
  void activitiesAreThoseOfTheClass() {
    assertThat(told("user.signed_in", "session").getInt("activity_id")).isEqualTo(1);
    assertThat(told("session.revoked", "session").getInt("activity_id")).isEqualTo(2);
    assertThat(told("role_assignment.deleted", "role_assignment").getInt("activity_id"))
        .isEqualTo(2);
    assertThat(told("team.member_removed", "team").getInt("activity_id")).isEqualTo(4);
    assertThat(told("project.updated", "project").getInt("activity_id")).isEqualTo(3);
    assertThat(told("project.archived", "project").getString("activity_name"))
        .isEqualTo("project.archived");
  }

  @Test
  void aRefusalTellsItsCodeAndTheProductItself() {
    JsonObject refused = JsonText.parseObject(Ocsf.of(event("access.refused", null, USER, false)));
    assertThat(refused.getInt("status_id")).isEqualTo(2);
    assertThat(refused.getString("status_code")).isEqualTo("permission_required");
    assertThat(refused.getInt("severity_id")).isEqualTo(3);
    assertThat(refused.getJsonObject("src_endpoint").getString("ip")).isEqualTo("203.0.113.7");
    JsonObject own = JsonText.parseObject(Ocsf.of(event("job.started", null, null, true)));
    assertThat(own.getJsonObject("src_endpoint").getString("name")).isEqualTo("freehold");
    assertThat(own.getJsonObject("actor").getString("app_name")).isEqualTo("system");
  }

  /** SHA-256 of the bytes 00 01. */
  @Test
  void theHashIsThatOfTheLeafInTheTree() {
    assertThat(
            told("project.updated", "project").getJsonObject("unmapped").getString("leaf_sha256"))
        .isEqualTo("b413f47d13ee2fe6c845b2ee141af81de858df4ec549a58b7970bb96645bc8d2");
  }

  @Test
  void syslogEscapesWhatWouldEndAValue() {
    String message =
        SyslogMessage.of(
            event("project.updated", "project", USER, false), "a\"b]c\\d", "box one", 32473, "{}");
    assertThat(message)
        .isEqualTo(
            "<108>1 2026-01-15T12:00:00Z box_one freehold - project.updated [audit@32473 id=\""
                + new UUID(9, 9)
                + "\" sequence=\"7\" tenant=\"a\\\"b\\]c\\\\d\" action=\"project.updated\""
                + " outcome=\"refused\" recorded_by=\"freehold\"] \ufeff{}");
  }
}
