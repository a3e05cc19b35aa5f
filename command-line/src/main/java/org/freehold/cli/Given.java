package org.freehold.cli;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** Named values, without those that were not given. */
final class Given {
  private final Map<String, String> values = new LinkedHashMap<>();

  Given with(String name, String value) {
    if (value != null) {
      values.put(name, value);
    }
    return this;
  }

  Map<String, String> values() {
    return values;
  }

  JsonObject toJson() {
    return Json.createObjectBuilder(new LinkedHashMap<String, Object>(values)).build();
  }
}
