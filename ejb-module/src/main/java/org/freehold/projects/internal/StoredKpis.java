package org.freehold.projects.internal;

import jakarta.json.JsonValue;
import java.util.Map;
import java.util.TreeMap;
import org.freehold.platform.json.JsonText;

/** Key figures as the jsonb column keeps them. */
final class StoredKpis {
  private StoredKpis() {}

  static String write(Map<String, JsonValue> kpis) {
    return JsonText.of(kpis);
  }

  static Map<String, JsonValue> read(String column) {
    return new TreeMap<>(JsonText.storedObject(column));
  }
}
