package org.freehold.forwarding.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.freehold.audit.AuditEventDetails;
import org.freehold.audit.AuditEventId;
import org.freehold.audit.sealing.SealedEvent;
import org.freehold.platform.Severity;
import org.junit.jupiter.api.Test;

/** Every kind of event that the trail knows, against the published schema. */
class OcsfSchemaTest {
  private static final UUID ID = new UUID(2, 2);
  private static final OcsfSchema SCHEMA = new OcsfSchema();

  /** The document is made from the catalogue; the last is told in the place of a damaged event. */
  private static List<String> actions() throws IOException {
    return Stream.concat(
            Pattern.compile("(?m)^\\| `([a-z_.]+)` \\|")
                .matcher(Files.readString(Path.of("../docs/audit/actions.md")))
                .results()
                .map(found -> found.group(1)),
            Stream.of("audit.event_unreadable"))
        .toList();
  }

  /** Who acts, and from where. */
  private record Actor(String type, UUID user, UUID key, String email, String address) {}

  private static final List<Actor> ACTORS =
      List.of(
          new Actor("user", ID, null, "anna@people.example", "203.0.113.7"),
          new Actor("user", ID, null, null, "2001:db8::7"),
          new Actor("user", ID, null, "anna@localhost", "203.0.113.7"),
          new Actor("user", ID, null, "zoë@bücher.example", "::ffff:203.0.113.7"),
          new Actor("api_key", ID, ID, null, "2001:db8:1:2:3:4:5:6"),
          new Actor("api_key", null, ID, null, null),
          new Actor("anonymous", null, null, null, "fe80::1%eth0"),
          new Actor("system", null, null, null, null));

  private static SealedEvent event(
      String action, Actor actor, boolean thing, boolean success, String recordedBy) {
    Map<String, JsonValue> values = new TreeMap<>();
    if (thing) {
      values.put("role", Json.createValue("manager"));
      values.put("user_id", Json.createValue(ID.toString()));
      values.put("nested", Json.createArrayBuilder().add(1.5).addNull().build());
    }
    Instant at = Instant.parse("2026-01-15T12:00:00.123456Z");
    AuditEventDetails details =
        new AuditEventDetails(
            new AuditEventId(new UUID(9, 9)),
            action,
            actor.user(),
            actor.email(),
            actor.type(),
            actor.key(),
            thing ? action.substring(0, action.indexOf('.')) : null,
            thing ? ID.toString() : null,
            thing ? ID : null,
            "techcorp",
            actor.address(),
            thing ? "curl/8" : null,
            at,
            at,
            recordedBy,
            success,
            success ? Severity.INFO : Severity.CRITICAL,
            false,
            true,
            Map.of(),
            values,
            thing ? "a request" : null,
            success ? null : "permission_required",
            true,
            7L);
    return new SealedEvent(7, details, success ? "success" : "refused", new byte[] {1});
  }

  @Test
  void everyKindOfEventConforms() throws IOException {
    Map<String, String> faults = new TreeMap<>();
    List<SealedEvent> events = new ArrayList<>();
    for (String action : actions()) {
      for (boolean thing : new boolean[] {true, false}) {
        for (boolean success : new boolean[] {true, false}) {
          for (String by : List.of(AuditEventDetails.FREEHOLD, "api_key:" + ID)) {
            // Each in its turn: all of them for each would only be the same again.
            Actor actor = ACTORS.get(events.size() % 9 % ACTORS.size());
            events.add(event(action, actor, thing, success, by));
          }
        }
      }
    }
    for (SealedEvent event : events) {
      String told = Ocsf.of(event);
      for (String fault : SCHEMA.faults(told)) {
        faults.putIfAbsent(fault, told);
      }
    }
    assertThat(events).hasSizeGreaterThan(1000);
    assertThat(faults).isEmpty();
  }

  @Test
  void theSchemaFindsWhatDoesNotConform() {
    String told =
        Ocsf.of(event("user.created", ACTORS.get(0), true, true, AuditEventDetails.FREEHOLD));
    Map<String, String> wrong =
        Map.of(
            "severity_id has no value 7", told.replace("\"severity_id\":1", "\"severity_id\":7"),
            "activity_id has no value 44", told.replace("\"activity_id\":1", "\"activity_id\":44"),
            "type_uid is another", told.replace("\"type_uid\":300101", "\"type_uid\":300102"),
            "time is required", told.replace("\"time\":", "\"tyme\":"),
            "extra is no attribute here", told.replace("\"time\":", "\"extra\":1,\"time\":"),
            "metadata.product.vendor_name is required",
                told.replace(",\"vendor_name\":\"Freehold\"", "")
                    .replace("\"vendor_name\":\"Freehold\",", ""),
            "actor is no attribute here",
                Ocsf.of(
                        event(
                            "team.updated", ACTORS.get(0), true, true, AuditEventDetails.FREEHOLD))
                    .replace("\"profiles\":[\"host\"],", ""),
            "src_endpoint.ip is no ip_t: \"somewhere\"", told.replace("203.0.113.7", "somewhere"));
    wrong.forEach((fault, event) -> assertThat(SCHEMA.faults(event)).as(event).contains(fault));
    assertThat(SCHEMA.faults(told)).isEmpty();
  }
}
