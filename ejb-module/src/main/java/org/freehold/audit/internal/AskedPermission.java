package org.freehold.audit.internal;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.UUID;
import org.freehold.access.RefusedQuestion;

/**
 * What of a refused question stands in the event, as its new values: so that the hash of the event
 * covers it.
 *
 * @param on the thing; null when it was about none
 */
record AskedPermission(
    String permission, RefusedQuestion.Thing on, Long accessVersion, Long mfaAgeSeconds) {

  /** Null when no permission was in question. */
  static AskedPermission of(RefusedQuestion question) {
    return question == null
        ? null
        : new AskedPermission(
            question.permission(), question.thing(), question.version(), question.mfaAgeSeconds());
  }

  /** Null when these are other values. */
  static RefusedQuestion in(UUID event, Map<String, JsonValue> values) {
    boolean complete =
        values.get("permission") instanceof JsonString
            && values.get("access_version") instanceof JsonNumber;
    if (!complete) {
      return null;
    }
    RefusedQuestion.Thing thing =
        values.get("on") instanceof JsonObject on
            ? new RefusedQuestion.Thing(on.getString("type"), UUID.fromString(on.getString("id")))
            : null;
    Long mfaAge =
        values.get("mfa_age_seconds") instanceof JsonNumber age ? age.longValueExact() : null;
    return new RefusedQuestion(
        event,
        ((JsonString) values.get("permission")).getString(),
        thing,
        ((JsonNumber) values.get("access_version")).longValueExact(),
        mfaAge);
  }
}
