package org.freehold.audit.internal;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.freehold.audit.AuditEventDetails;
import org.freehold.audit.AuditEventId;
import org.freehold.platform.Actor;
import org.freehold.platform.Problem;
import org.freehold.platform.Severity;
import org.freehold.platform.TenantRef;
import org.freehold.platform.Uuid7;
import org.freehold.platform.json.JsonText;

/**
 * Tells a stored event as the API does: from its leaf, from what may still be disclosed, and with
 * its place in the tree, if it has one. The columns beside the leaf only say what the leaf does
 * not: whoever changes one of the others changes what is found, and not what is told.
 */
final class AuditEventView {
  private static final Logger LOG = System.getLogger(AuditEventView.class.getName());

  private AuditEventView() {}

  static AuditEventDetails of(
      TenantRef tenant, AuditEvent event, EventPeople people, Long position) {
    JsonObject leaf = content(event);
    Map<String, String> disclosed = people.disclosed();
    String resourceType = member(leaf, "target", "type");
    boolean aboutPerson = AuditEntry.PERSON.equals(resourceType);
    String error = leaf.getString("reason", null);
    return new AuditEventDetails(
        new AuditEventId(event.id()),
        leaf.getString("action"),
        people.actor(),
        disclosed.get("actor.email"),
        member(leaf, "actor", "type"),
        apiKey(leaf),
        resourceType,
        aboutPerson ? text(people.resourcePerson()) : member(leaf, "target", "id"),
        event.projectId(),
        tenant.slug(),
        disclosed.get("actor.ip"),
        disclosed.get("actor.user_agent"),
        Instant.parse(leaf.getString("rec")),
        Instant.parse(leaf.getString("time")),
        leaf.getString("observer", Account.FREEHOLD),
        error == null,
        Severity.ofOcsf(leaf.getInt("severity")),
        event.piiAccessed(),
        event.complianceRelevant(),
        values(leaf, "old", disclosed),
        values(leaf, "new", disclosed),
        leaf.getString("req", null),
        error,
        position != null,
        position);
  }

  /**
   * What is wrong with one event must not keep the others from who reads the trail: told in its
   * place is that it cannot be read.
   */
  static AuditEventDetails readable(
      TenantRef tenant, AuditEvent event, EventPeople people, Long position) {
    return whole(tenant, event, people, position)
        .orElseGet(() -> unreadable(tenant, event.id(), position));
  }

  /** Empty when the leaf is damaged. */
  static Optional<AuditEventDetails> whole(
      TenantRef tenant, AuditEvent event, EventPeople people, Long position) {
    try {
      if (isWhole(content(event))) {
        return Optional.of(of(tenant, event, people, position));
      }
      LOG.log(Level.WARNING, "Event " + event.id() + " is damaged: its leaf is not whole");
    } catch (Problem | IllegalArgumentException | DateTimeException e) {
      LOG.log(Level.WARNING, "Event " + event.id() + " is damaged", e);
    }
    return Optional.empty();
  }

  static JsonObject content(AuditEvent event) {
    return JsonText.parseObject(new String(event.leaf(), StandardCharsets.UTF_8));
  }

  /** What is told at the place of an event that cannot be read: that it is there. */
  static AuditEventDetails unreadable(TenantRef tenant, UUID id, Long position) {
    Instant recorded = Uuid7.time(id);
    return new AuditEventDetails(
        new AuditEventId(id),
        "audit.event_unreadable",
        null,
        null,
        Actor.Kind.SYSTEM.wireName(),
        null,
        null,
        null,
        null,
        tenant.slug(),
        null,
        null,
        recorded,
        recorded,
        Account.FREEHOLD,
        false,
        Severity.ERROR,
        false,
        true,
        Map.of(),
        Map.of(),
        null,
        "event_unreadable",
        position != null,
        position);
  }

  /** Whether the leaf has what every leaf has, each of its sort. */
  static boolean isWhole(JsonObject leaf) {
    return Stream.of("action", "rec", "time", "outcome", "class")
            .allMatch(name -> leaf.get(name) instanceof JsonString)
        && leaf.get("severity") instanceof JsonNumber
        && Stream.of("actor", "target")
            .map(leaf::get)
            .allMatch(part -> part == null || part instanceof JsonObject)
        && (!leaf.containsKey("chg")
            || leaf.get("chg") instanceof JsonArray changes
                && changes.stream().allMatch(AuditEventView::isChange));
  }

  private static boolean isChange(JsonValue change) {
    return change instanceof JsonObject object && object.get("path") instanceof JsonString;
  }

  private static String member(JsonObject leaf, String part, String name) {
    return leaf.containsKey(part) ? leaf.getJsonObject(part).getString(name, null) : null;
  }

  private static String text(UUID id) {
    return id == null ? null : id.toString();
  }

  private static UUID apiKey(JsonObject leaf) {
    return Actor.Kind.API_KEY.wireName().equals(member(leaf, "actor", "type"))
        ? UUID.fromString(member(leaf, "actor", "id"))
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
