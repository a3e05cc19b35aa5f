package org.freehold.audit.internal;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.freehold.audit.AuditEventDetails;
import org.freehold.audit.AuditEventId;
import org.freehold.platform.Actor;
import org.freehold.platform.Severity;
import org.freehold.platform.TenantRef;
import org.freehold.platform.json.JsonText;

/**
 * Tells a stored event as the API does: from its leaf, from what may still be disclosed, and with
 * its place in the tree, if it has one.
 */
final class AuditEventView {
  private AuditEventView() {}

  static AuditEventDetails of(
      TenantRef tenant, AuditEvent event, EventPeople people, Long position) {
    JsonObject leaf = JsonText.parseObject(new String(event.leaf(), StandardCharsets.UTF_8));
    Map<String, String> disclosed = people.disclosed();
    boolean aboutPerson = AuditEntry.PERSON.equals(event.resourceType());
    UUID resource = aboutPerson ? people.resourcePerson() : event.resourceId();
    return new AuditEventDetails(
        new AuditEventId(event.id()),
        event.action(),
        people.actor(),
        disclosed.get("actor.email"),
        event.actorType(),
        apiKey(event, leaf),
        event.resourceType(),
        resource,
        event.projectId(),
        tenant.slug(),
        disclosed.get("actor.ip"),
        disclosed.get("actor.user_agent"),
        event.recordedAt(),
        event.success(),
        Severity.valueOf(event.severity()),
        event.piiAccessed(),
        event.complianceRelevant(),
        values(leaf, "old", disclosed),
        values(leaf, "new", disclosed),
        event.requestId(),
        leaf.getString("reason", null),
        position != null,
        position);
  }

  private static UUID apiKey(AuditEvent event, JsonObject leaf) {
    return Actor.Kind.API_KEY.wireName().equals(event.actorType())
        ? UUID.fromString(leaf.getJsonObject("actor").getString("id"))
        : null;
  }

  private static Map<String, JsonValue> values(
      JsonObject leaf, String side, Map<String, String> disclosed) {
    Map<String, JsonValue> values = new TreeMap<>();
    boolean refused = leaf.getString("outcome").equals("refused");
    boolean nothingBefore =
        side.equals("old") && (refused || leaf.getString("class").equals("CREATE"));
    if (nothingBefore || !leaf.containsKey("chg")) {
      return values;
    }
    for (JsonObject change : leaf.getJsonArray("chg").getValuesAs(JsonObject.class)) {
      String path = change.getString("path");
      JsonValue value = change.get(side);
      String personal = disclosed.get("chg." + side + "." + path);
      if (personal != null) {
        JsonString text = JsonText.PROVIDER.createValue(personal);
        values.put(path, text);
      } else if (value != null) {
        values.put(path, value);
      }
    }
    return values;
  }
}
