package org.freehold.engine.transparency;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Who acted, by a handle that is no personal data.
 *
 * @param type such as {@code user}, {@code api_key}, {@code job}, {@code system}
 * @param id null when unknown, as in a failed sign-in
 * @param role the role that allowed it, or null
 * @param session the session's id, or null
 */
public record LeafActor(String type, String id, String role, String session) {

  public LeafActor {
    Objects.requireNonNull(type, "type");
  }

  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("type", type);
    LeafContent.putIfKnown(fields, "id", id);
    LeafContent.putIfKnown(fields, "role", role);
    LeafContent.putIfKnown(fields, "session", session);
    return fields;
  }
}
