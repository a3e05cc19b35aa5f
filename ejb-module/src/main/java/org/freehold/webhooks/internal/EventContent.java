package org.freehold.webhooks.internal;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.Map;
import org.freehold.platform.json.JsonText;

/** The body of a message as conditions look at it; it is read when the first of them asks. */
final class EventContent {
  private final String body;
  private Map<String, Object> read;

  EventContent(String body) {
    this.body = body;
  }

  Map<String, Object> fields() {
    if (read == null) {
      read = plain(JsonText.parseObject(body));
    }
    return read;
  }

  /** The workspace that it says it happened in; null when it says none. */
  String workspace() {
    return fields().get("data") instanceof Map<?, ?> data
            && data.get("workspace_id") instanceof String workspace
        ? workspace
        : null;
  }

  /** JSON as the plain objects that the engine reckons with. */
  static Object plain(JsonValue value) {
    if (value == null) {
      return null;
    }
    return switch (value.getValueType()) {
      case OBJECT -> plain(value.asJsonObject());
      case ARRAY -> value.asJsonArray().stream().map(EventContent::plain).toList();
      case STRING -> ((JsonString) value).getString();
      case NUMBER -> ((JsonNumber) value).bigDecimalValue();
      case TRUE -> Boolean.TRUE;
      case FALSE -> Boolean.FALSE;
      case NULL -> null;
    };
  }

  private static Map<String, Object> plain(JsonObject object) {
    Map<String, Object> fields = new HashMap<>();
    object.forEach((name, value) -> fields.put(name, plain(value)));
    return fields;
  }
}
