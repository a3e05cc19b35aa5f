package org.freehold.engine.transparency;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What was acted on.
 *
 * @param type such as {@code project}
 * @param id null when there is no single one, as in a list
 */
public record LeafTarget(String type, String id) {

  public LeafTarget {
    Objects.requireNonNull(type, "type");
  }

  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("type", type);
    LeafContent.putIfKnown(fields, "id", id);
    return fields;
  }
}
