package org.freehold.audit.internal;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.freehold.audit.AuditEventDetails;

/** What a text is looked for in: the action, and the names of values and the values. */
record SearchedText(AuditEventDetails event) {
  boolean has(String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return Stream.concat(
            Stream.of(event.action()),
            Stream.of(event.oldValues(), event.newValues()).flatMap(SearchedText::of))
        .anyMatch(one -> one.toLowerCase(Locale.ROOT).contains(wanted));
  }

  private static Stream<String> of(Map<String, JsonValue> values) {
    return Stream.concat(
        values.keySet().stream(),
        values.values().stream()
            .map(value -> value instanceof JsonString text ? text.getString() : value.toString()));
  }
}
