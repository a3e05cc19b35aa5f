package org.freehold.systemtests;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;

/** Whom a tenant's trail is forwarded to, and what came of it. */
record ForwardingDesk(TestTenant tenant) {
  static final String PLACE = "/api/audit-logs/forwarding";
  private static final Duration SOON = Duration.ofSeconds(60);

  /** A new destination, from the beginning of the trail on. */
  Answer destination(String kind, String address, Object... more) {
    return tenant.api().post(PLACE, body(kind, address, more)).is(201);
  }

  static String body(String kind, String address, Object... more) {
    Object[] fields = new Object[8 + more.length];
    System.arraycopy(
        new Object[] {
          "name", "SIEM", "kind", kind, "address", address, "from_beginning", Body.json("true")
        },
        0,
        fields,
        0,
        8);
    System.arraycopy(more, 0, fields, 8, more.length);
    return Body.of(fields);
  }

  /** Until it fails. */
  Answer failing(Answer made) {
    return Await.until(
        SOON,
        () -> tenant.api().get(made.place()).is(200),
        now -> !now.json().isNull("failing_since"));
  }

  /** Until all that is on record by then was taken, also what has no place yet. */
  Answer allTaken(Answer made) {
    return Await.until(
        SOON,
        () -> tenant.api().get(made.place()).is(200),
        now ->
            now.json().getInt("waiting") == 0
                && !now.json().isNull("last_success_at")
                && isAllBefore(now.json().getInt("next_sequence")));
  }

  /** Whether all that is on record has a place, and one before this. */
  boolean isAllBefore(int sequence) {
    return tenant.api().get("/api/audit-logs?limit=200").is(200).items().stream()
        .allMatch(event -> event.getBoolean("sealed") && event.getInt("sequence") < sequence);
  }

  /** Of bodies as they came, after so many. */
  static List<JsonObject> events(Receiver receiver, int skipped) {
    return receiver.all().stream()
        .skip(skipped)
        .flatMap(one -> parsed(one.body()).stream())
        .toList();
  }

  private static List<JsonObject> parsed(String body) {
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      return reader.readArray().getValuesAs(JsonObject.class);
    }
  }

  static LongStream places(List<JsonObject> events) {
    return events.stream()
        .mapToLong(event -> event.getJsonObject("metadata").getJsonNumber("sequence").longValue());
  }
}
