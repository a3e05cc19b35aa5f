package org.freehold.decisions;

import java.util.Map;
import java.util.Objects;

/**
 * Somebody or something, as the caller names it (AuthZEN §5.1, §5.2).
 *
 * @param id null in a search for such things
 * @param properties texts, numbers as Double, flags, and sets of texts; whatever else was said
 *     cannot be compared and is left out
 */
public record Named(String type, String id, Map<String, Object> properties) {
  public Named {
    Objects.requireNonNull(type, "type");
    properties = Map.copyOf(properties);
  }
}
